// Generated from contracts/admin.yaml by `npm run generate`. Do not edit.
import type { Handlers } from '../contract.ts'
import { loadContract } from '../runtime/load.ts'
import { type Route, route } from '../runtime/route.ts'
import type { components, operations } from './admin.types.ts'

export { notFound, ok, refuse } from '../reply.ts'

export type ApiList = components['schemas']['ApiList']
export type ApiVersion = components['schemas']['ApiVersion']
export type ApiOperation = components['schemas']['ApiOperation']
export type Overview = components['schemas']['Overview']
export type ApiTraffic = components['schemas']['ApiTraffic']
export type Edge = components['schemas']['Edge']
export type BreakerOf = components['schemas']['BreakerOf']
export type Traffic = components['schemas']['Traffic']
export type OperationTraffic = components['schemas']['OperationTraffic']
export type TrafficPoint = components['schemas']['TrafficPoint']
export type TraceReason = components['schemas']['TraceReason']
export type TraceList = components['schemas']['TraceList']
export type TraceSummary = components['schemas']['TraceSummary']
export type Trace = components['schemas']['Trace']
export type Span = components['schemas']['Span']
export type FindingId = components['schemas']['FindingId']
export type DriftList = components['schemas']['DriftList']
export type DriftFinding = components['schemas']['DriftFinding']
export type AffectedOperation = components['schemas']['AffectedOperation']
export type DriftAcceptance = components['schemas']['DriftAcceptance']
export type DriftAccepted = components['schemas']['DriftAccepted']
export type ReconciliationList = components['schemas']['ReconciliationList']
export type Reconciliation = components['schemas']['Reconciliation']
export type ReconciliationRequest = components['schemas']['ReconciliationRequest']
export type AlertKind = components['schemas']['AlertKind']
export type AlertList = components['schemas']['AlertList']
export type Alert = components['schemas']['Alert']
export type SilenceId = components['schemas']['SilenceId']
export type SilenceList = components['schemas']['SilenceList']
export type Silence = components['schemas']['Silence']
export type SilenceRequest = components['schemas']['SilenceRequest']
export type LetterId = components['schemas']['LetterId']
export type SubscriptionName = components['schemas']['SubscriptionName']
export type EventType = components['schemas']['EventType']
export type LetterState = components['schemas']['LetterState']
export type LetterReason = components['schemas']['LetterReason']
export type LetterEvent = components['schemas']['LetterEvent']
export type LetterSummary = components['schemas']['LetterSummary']
export type LetterList = components['schemas']['LetterList']
export type Letter = components['schemas']['Letter']
export type LetterDifference = components['schemas']['LetterDifference']
export type LetterAttempt = components['schemas']['LetterAttempt']
export type LetterEntry = components['schemas']['LetterEntry']
export type CauseList = components['schemas']['CauseList']
export type Cause = components['schemas']['Cause']
export type LetterSelection = components['schemas']['LetterSelection']
export type LetterCount = components['schemas']['LetterCount']
export type LetterCorrection = components['schemas']['LetterCorrection']
export type OperationId = components['schemas']['OperationId']
export type OperationList = components['schemas']['OperationList']
export type Operation = components['schemas']['Operation']
export type Step = components['schemas']['Step']
export type Resolution = components['schemas']['Resolution']
export type ApiId = components['schemas']['ApiId']
export type PublishedId = components['schemas']['PublishedId']
export type PublishedList = components['schemas']['PublishedList']
export type Published = components['schemas']['Published']
export type Revision = components['schemas']['Revision']
export type Exception = components['schemas']['Exception']
export type Digest = components['schemas']['Digest']
export type Usage = components['schemas']['Usage']
export type UsedOperation = components['schemas']['UsedOperation']
export type Reads = components['schemas']['Reads']
export type Read = components['schemas']['Read']
export type Trial = components['schemas']['Trial']
export type TrialResult = components['schemas']['TrialResult']
export type TriedOperation = components['schemas']['TriedOperation']
export type NotDecidableProblem = components['schemas']['NotDecidableProblem']
export type Policies = components['schemas']['Policies']
export type Upstream = components['schemas']['Upstream']
export type Settings = components['schemas']['Settings']
export type Breaker = components['schemas']['Breaker']
export type Bulkhead = components['schemas']['Bulkhead']
export type Budget = components['schemas']['Budget']
export type Pause = components['schemas']['Pause']
export type Hedge = components['schemas']['Hedge']
export type Cache = components['schemas']['Cache']
export type Coalescing = components['schemas']['Coalescing']
export type KeyId = components['schemas']['KeyId']
export type Key = components['schemas']['Key']
export type KeyList = components['schemas']['KeyList']
export type NewKey = components['schemas']['NewKey']
export type KeyRequest = components['schemas']['KeyRequest']
export type KeyRotation = components['schemas']['KeyRotation']
export type KeyRevocation = components['schemas']['KeyRevocation']
export type AuditEntry = components['schemas']['AuditEntry']
export type AuditList = components['schemas']['AuditList']
export type Problem = components['schemas']['Problem']
export type NotFoundProblem = components['schemas']['NotFoundProblem']

export type Operations = operations
export interface Uses {}
/** Query parameters that are always there for the handler, because the contract gives them a default. */
export interface Defaults {
  listOperations: 'limit'
  listLetters: 'limit'
  listAudit: 'limit'
  getUsage: 'days'
  listDrift: 'limit'
  listAlerts: 'limit'
  listTraces: 'limit'
}
/** What answers may lack, with the clients each part comes by. */
export interface Parts {}
/** The steps of operations that take several. */
export interface Sagas {}
/** The data of events that operations publish. */
export interface Publishes {}

export const contract = loadContract('admin', import.meta.dirname)

/** For @hono/zod-openapi. */
export const routes = (): Record<keyof Operations, Route> => ({
  listApis: route(contract, 'listApis'),
  getOverview: route(contract, 'getOverview'),
  getTraffic: route(contract, 'getTraffic'),
  getPolicies: route(contract, 'getPolicies'),
  listOperations: route(contract, 'listOperations'),
  getOperation: route(contract, 'getOperation'),
  resolveOperation: route(contract, 'resolveOperation'),
  listLetters: route(contract, 'listLetters'),
  listCauses: route(contract, 'listCauses'),
  replayLetters: route(contract, 'replayLetters'),
  discardLetters: route(contract, 'discardLetters'),
  getLetter: route(contract, 'getLetter'),
  correctLetter: route(contract, 'correctLetter'),
  listKeys: route(contract, 'listKeys'),
  createKey: route(contract, 'createKey'),
  rotateKey: route(contract, 'rotateKey'),
  revokeKey: route(contract, 'revokeKey'),
  listAudit: route(contract, 'listAudit'),
  listPublished: route(contract, 'listPublished'),
  getUsage: route(contract, 'getUsage'),
  getReads: route(contract, 'getReads'),
  checkSamples: route(contract, 'checkSamples'),
  listDrift: route(contract, 'listDrift'),
  getDrift: route(contract, 'getDrift'),
  acceptDrift: route(contract, 'acceptDrift'),
  listReconciliations: route(contract, 'listReconciliations'),
  runReconciliation: route(contract, 'runReconciliation'),
  listAlerts: route(contract, 'listAlerts'),
  listSilences: route(contract, 'listSilences'),
  createSilence: route(contract, 'createSilence'),
  endSilence: route(contract, 'endSilence'),
  listTraces: route(contract, 'listTraces'),
  getTrace: route(contract, 'getTrace'),
})

/** The API owner's side of the contract: `export default implement({ ... })`. */
export const implement = (handlers: Handlers<Operations, Uses, Defaults, Parts, Sagas, Publishes>) => ({ contract, routes, handlers })
