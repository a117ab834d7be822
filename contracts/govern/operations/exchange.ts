/** What the parts of a comparison share: the proofs of both flows, and where findings go. */
import { at, type Json } from '../../runtime/document.ts'
import type { Finding } from '../finding.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Loaded } from '../load.ts'
import { explain } from '../proof/explain.ts'
import type { Formula } from '../proof/formula.ts'
import { type Limits, Proof, type SchemaPointer } from '../proof/proof.ts'
import type { ContentModel } from '../proof/search.ts'
import type { Flow } from '../rule.ts'
import { ruleOf } from '../rules.ts'
import { schemaRuleOf } from '../schema-rules.ts'
import type { Operation } from './operation.ts'
import { type Place, saidAt, wordsOf } from './place.ts'

/** The two versions of something, by who speaks: on a request the old client does, on a response the new server. */
export interface Pair<Part> {
  readonly sender: Part
  readonly receiver: Part
}

export interface Facts {
  readonly pointer: string
  readonly part: string
  /** Where in the value of the part, and which keyword it is about there. */
  readonly path?: string
  readonly keyword?: string
  readonly name?: string
  readonly detail?: string
  readonly witness?: Json
  readonly unproved?: boolean
  /** Whose document the pointer leads into; the receiver's unless told. */
  readonly of?: 'sender' | 'receiver'
}

/** An operation before and after. */
export interface Matched {
  readonly old: Operation
  readonly next: Operation
}

export interface Options {
  readonly limits: Limits
  readonly model: ContentModel
}

export class Comparing {
  readonly findings: Finding[] = []
  readonly #documents: { readonly old: Loaded; readonly new: Loaded }
  readonly #options: Options
  #defaults: boolean | undefined
  #matched: Partial<Matched> = {}
  readonly #proofs = new Map<Flow, Proof>()
  readonly #explained = new Map<string, ReturnType<typeof explain>>()

  constructor(documents: { readonly old: Loaded; readonly new: Loaded }, options: Options) {
    this.#documents = documents
    this.#options = options
  }

  proof(flow: Flow): Proof {
    const known = this.#proofs.get(flow)
    if (known) return known
    const { old, new: next } = this.#documents
    const documents = flow === 'request' ? { sender: old, receiver: next } : { sender: next, receiver: old }
    const made = new Proof(flow, documents, this.#options.limits, this.#options.model)
    this.#proofs.set(flow, made)
    return made
  }

  /** What stands at a pointer of a document, as it was written. */
  raw(which: 'old' | 'new'): (pointer: string) => unknown {
    return (pointer) => at(this.#documents[which].root as never, pointer)
  }

  /** Whether they are versions of one API of ours, which are served side by side. */
  get areSideBySide(): boolean {
    const [old, next] = [apiOf(this.#documents.old), apiOf(this.#documents.new)]
    return old !== undefined && old === next
  }

  /** Whether any default is written in either of them. */
  get haveDefaults(): boolean {
    this.#defaults ??= [this.#documents.old, this.#documents.new].some(({ root }) =>
      JSON.stringify(root).includes('"default":'),
    )
    return this.#defaults
  }

  pair<Part>(flow: Flow, old: Part, next: Part): Pair<Part> {
    return flow === 'request' ? { sender: old, receiver: next } : { sender: next, receiver: old }
  }

  /** Whom the reports are about in the meantime. */
  within(matched: Partial<Matched>, compare: () => void): void {
    const outside = this.#matched
    this.#matched = matched
    compare()
    this.#matched = outside
  }

  report(ruleId: string, operation: Operation, flow: Flow, facts: Facts): void {
    const rule = ruleOf(ruleId)
    const breaking = rule.effect === 'break'
    const said = rule.says.replaceAll('{name}', facts.name === undefined ? 'it' : `\`${facts.name}\``)
    this.findings.push({
      rule: rule.id,
      fingerprint: this.#fingerprint(rule.id, operation, flow, facts),
      verdict: breaking ? (facts.unproved ? 'unproved' : 'breaking') : 'compatible',
      effect: rule.effect,
      direction: flow,
      operation: operation.name,
      pointer: facts.pointer,
      document: ((facts.of ?? 'receiver') === 'receiver') === (flow === 'request') ? 'new' : 'old',
      part: facts.part,
      message: facts.detail ? `${said} ${facts.detail}` : said,
      edit: rule.edit.replaceAll('{name}', facts.name === undefined ? 'it' : `\`${facts.name}\``),
      ...(facts.witness === undefined ? {} : { witness: facts.witness }),
    })
  }

  #fingerprint(
    rule: string,
    operation: Operation,
    direction: Flow,
    { part, path, keyword, name }: Facts,
  ): string {
    const place: Place = { part, path, keyword, name }
    const { old, next } = this.#matched
    return fingerprintOf({
      rule,
      direction,
      place: wordsOf(operation, place),
      before: saidAt(this.#documents.old.root, old, place),
      after: saidAt(this.#documents.new.root, next, place),
    })
  }

  /** What the receiver's contract says at a place, when it is short. */
  #quoted(pointer: string, keyword: string, flow: Flow): string {
    const which = flow === 'request' ? 'new' : 'old'
    const text = JSON.stringify(this.raw(which)(pointer))
    return text === undefined || text.length > 80 ? '' : `The ${which} contract has \`${keyword}: ${text}\`.`
  }

  /**
   * Compares two schemas and reports each place that breaks.
   * @param also what the reader accepts beside its schema
   * @param confirm a last look at an example, when it is not sent as JSON
   */
  schemas(
    operation: Operation,
    flow: Flow,
    part: string,
    { sender, receiver }: Pair<SchemaPointer>,
    {
      also,
      confirm = () => true,
    }: { readonly also?: Formula; readonly confirm?: (witness: Json) => boolean } = {},
  ): void {
    const proof = this.proof(flow)
    const beside = also ?? proof.formulas.never
    const key = [flow, sender, receiver, beside.id].join(' ')
    const breaks = this.#explained.get(key) ?? explain(proof, sender, receiver, beside)
    this.#explained.set(key, breaks)
    for (const { pointer, keyword, name, path, verdict } of breaks) {
      const isSure = verdict.kind === 'fails' && confirm(verdict.witness)
      const where = path === '' ? '' : `At ${path}.`
      const text = keyword === 'required' ? '' : this.#quoted(pointer, keyword, flow)
      const why = isSure
        ? ''
        : `Not proved: ${verdict.kind === 'fails' ? 'as text the value may pass' : verdict.why}.`
      this.report(schemaRuleOf(keyword, flow), operation, flow, {
        pointer,
        part,
        path,
        keyword,
        ...(keyword === 'required' && name !== undefined ? { name } : {}),
        detail: [where, text, why].filter(Boolean).join(' '),
        ...(isSure ? { witness: verdict.witness } : { unproved: true }),
      })
    }
  }
}

/** As `system/erp` of a document known as `system/erp/v1`. */
const apiOf = ({ name }: Loaded): string | undefined =>
  /^((?:system|process|experience)\/[a-z0-9-]+)\/v\d+$/.exec(name)?.[1]
