// Generated from contracts/admin.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/apis": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List API versions
         * @description All that this process knows, backends included: who owns them, how long they last, what they use, who may call them, and what they promise.
         */
        readonly get: operations["listApis"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See what goes on
         * @description The last minute of this process: what went from whom to which API and backend, how it ended, how long it took, and what is kept from a failing system. The console is sent the same every other second.
         */
        readonly get: operations["getOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/traffic": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See the traffic of an API version
         * @description Of the last five minutes, as far as it went through this process; by operation, and over time.
         */
        readonly get: operations["getTraffic"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/policies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See how backends are protected
         * @description The settings in force and the state of every breaker, bulkhead and retry budget, and what is shared between callers. Reads and writes of a backend are told apart.
         */
        readonly get: operations["getPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List open operations
         * @description Those that are parked, then those that go on, each in the order they wait. What was asked and what was answered is not shown: it may hold personal data.
         */
        readonly get: operations["listOperations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operations/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, the log, or the caller's `Location`.
                 * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly operationId: components["parameters"]["OperationId"];
            };
            readonly cookie?: never;
        };
        /**
         * See an operation
         * @description Also one that is completed, as long as its answer is kept.
         */
        readonly get: operations["getOperation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operations/{operationId}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, the log, or the caller's `Location`.
                 * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly operationId: components["parameters"]["OperationId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Settle an operation
         * @description For an operator who has looked at the systems behind the operation:
         *
         *     - `retry`: it goes on now. What waits is tried at once. What is parked is tried again, and a step in doubt is
         *       taken again: say so only when it did not act. An operation without steps goes on when its caller repeats it.
         *     - `abandon`: what was done is taken back, as when its time is over. An operation without steps to take back is
         *       given up as it is. Who repeats it is told 409 `operation-abandoned`.
         *     - `completed`: it was carried out, by whomever. Who repeats it is told 409 `idempotency-body-not-retained`. If
         *       it was being taken back, that is what was carried out, and who repeats it is told why it was refused.
         *
         *     A step is in doubt when it was sent, must not be sent twice, and got no answer. A process that was stopped in
         *     the middle may send it still, and nobody can tell: `retry` and `abandon` are refused until its lease has been
         *     over for as long as the operation may last (its `x-deadline-ms`). Look at the system then, not before.
         *
         *     Who decided, and `note`, are in the log. Sent again it decides again, or is refused because nothing is left to
         *     decide.
         */
        readonly post: operations["resolveOperation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List dead letters
         * @description The oldest first. What the events say is not shown.
         */
        readonly get: operations["listLetters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/causes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See why events were not delivered
         * @description Dead letters that are not done with, grouped by subscription, reason and message.
         */
        readonly get: operations["listCauses"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Deliver dead letters again
         * @description To the subscription that did not get them, under the same event id, at most 50 a second; what waited behind them follows in order. When more than a fifth of them fail again, the rest stays as it is. Safe to repeat: what is done with is not delivered again.
         */
        readonly post: operations["replayLetters"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give dead letters up
         * @description The events are never delivered; what waited behind them follows. `note` says why.
         */
        readonly post: operations["discardLetters"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/{letterId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list or the log.
                 * @example DL-9Yk0nqCzqkT1mJm3kq4yYw
                 */
                readonly letterId: components["schemas"]["LetterId"];
            };
            readonly cookie?: never;
        };
        /**
         * See a dead letter
         * @description With the data of its event, without what its contract marks as personal or secret.
         */
        readonly get: operations["getLetter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/{letterId}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list or the log.
                 * @example DL-9Yk0nqCzqkT1mJm3kq4yYw
                 */
                readonly letterId: components["schemas"]["LetterId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Correct the event of a dead letter
         * @description `change` is a JSON Merge Patch (RFC 7396) of its data. What comes of it is held to the contract of the event: 422 names the places that break it, and nothing is changed. The original is kept. It is delivered when it is replayed.
         */
        readonly post: operations["correctLetter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List API keys
         * @description All that ever were, the oldest first. A key itself is shown once, to who makes it.
         */
        readonly get: operations["listKeys"];
        readonly put?: never;
        /**
         * Make an API key
         * @description For a consumer that is registered in `contracts/consumers.yaml`: the key may call what the consumer `uses`, and
         *     nothing that is about a signed-in customer. It is sent as `Authorization: Bearer strata_…`.
         *
         *     The key is in the answer and nowhere else: what is kept of it is of no use to who finds it.
         */
        readonly post: operations["createKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/keys/{keyId}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description How the key begins.
                 * @example strata_pR3fIx01
                 */
                readonly keyId: components["schemas"]["KeyId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Replace an API key
         * @description Makes another key for the same consumer. The old one is taken for the time given, so that its users can change over one by one.
         */
        readonly post: operations["rotateKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/keys/{keyId}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description How the key begins.
                 * @example strata_pR3fIx01
                 */
                readonly keyId: components["schemas"]["KeyId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke an API key
         * @description Every process of the deployment refuses it within a second. That cannot be taken back.
         */
        readonly post: operations["revokeKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See what operators did
         * @description Every request to this API that changes something, the newest first. It is written down before it is carried out; without a status, it is not known how it ended.
         */
        readonly get: operations["listAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/published": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what is published
         * @description Every version of an API or event that something is published of, with its revisions, and the breaks and risks that went live with somebody's consent.
         */
        readonly get: operations["listPublished"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/usage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See who calls an API version
         * @description By consumer and operation, as counted by all processes that share the store: calls from outside, and those that a layer above makes for a consumer. Other processes add what they counted every ten seconds.
         */
        readonly get: operations["getUsage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See which fields of an API version are used
         * @description By the handlers above it, as seen in a few of their runs (`OBSERVE_EVERY`). What is not listed was not seen, which is no proof that it is not used.
         */
        readonly get: operations["getReads"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/samples/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try a new contract on real requests
         * @description A few requests of each consumer are kept for a month, without what the contract marks as personal or secret. Each is held against the new contract: would it still be accepted? Nobody is shown a request. Nothing is changed.
         */
        readonly post: operations["checkSamples"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/drift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what has drifted
         * @description Where systems break their contracts, answer more than these say, or answer what is allowed and not as it was; the latest first. Found by all processes that share the store.
         */
        readonly get: operations["listDrift"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/drift/{findingId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, or from an alert.
                 * @example DRF-2rC1qUq0m8dJ3eY0
                 */
                readonly findingId: components["schemas"]["FindingId"];
            };
            readonly cookie?: never;
        };
        /** See what has drifted */
        readonly get: operations["getDrift"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/drift/{findingId}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, or from an alert.
                 * @example DRF-2rC1qUq0m8dJ3eY0
                 */
                readonly findingId: components["schemas"]["FindingId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept what is normal now
         * @description Nobody is told of it any more, unless it changes again. That is in force at once, in all processes. The answer
         *     holds the file of the contract's baselines, with who accepted what, and why: to be reviewed and kept beside the
         *     contract, so that it lasts.
         *
         *     What breaks a contract cannot be accepted: the contract has to say so first.
         */
        readonly post: operations["acceptDrift"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconciliations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what is compared between systems
         * @description What contracts of processes say (`x-reconciles`), and what was found when it was last done.
         */
        readonly get: operations["listReconciliations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconciliations/run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Compare systems now
         * @description Some process that can do it begins within seconds. See the list for what it found.
         */
        readonly post: operations["runReconciliation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List alerts
         * @description What owners were told of the systems and APIs they answer for, the latest first. One that goes on is one alert, however often it happens.
         */
        readonly get: operations["listAlerts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/silences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List silences
         * @description Those in force, the one that ends first at the top.
         */
        readonly get: operations["listSilences"];
        readonly put?: never;
        /**
         * Keep alerts from their owner for a while
         * @description All that is given has to match. What happens meanwhile is kept and listed; if it still goes on when the silence ends, its owner is told then.
         */
        readonly post: operations["createSilence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/silences/{silenceId}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End a silence
         * @description Alerts are told again from now on.
         */
        readonly post: operations["endSilence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/traces": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List traces
         * @description Those this process kept, the newest first: what failed, what took more than twice what is promised, what a caller asked to keep (`traceparent`), and a share of the rest. Kept in memory; the oldest are forgotten.
         */
        readonly get: operations["listTraces"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/traces/{traceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description As in `traceparent`, in problems and in the log.
                 * @example 4bf92f3577b34da6a3ce929d0e0e4736
                 */
                readonly traceId: string;
            };
            readonly cookie?: never;
        };
        /**
         * See a trace
         * @description The part of it that went through this process.
         */
        readonly get: operations["getTrace"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description API versions.
         * @example {
         *       "items": [
         *         {
         *           "api": "system/erp/v1",
         *           "layer": "system",
         *           "title": "ERP",
         *           "summary": "Parties, products and orders in the words of the business.",
         *           "version": "1.2.0",
         *           "owner": {
         *             "team": "finance-systems",
         *             "contact": "finance-systems@strata.example",
         *             "oncall": "https://oncall.strata.example/finance-systems"
         *           },
         *           "status": "deprecated",
         *           "deprecatedAt": "2026-03-09T00:00:00.000Z",
         *           "sunsetAt": "2026-09-09T00:00:00.000Z",
         *           "successor": "system/erp/v2",
         *           "hosted": true,
         *           "uses": [
         *             "backend/erp/v1"
         *           ],
         *           "consumers": [
         *             "order-desk"
         *           ],
         *           "operations": [
         *             {
         *               "operation": "getOrder",
         *               "method": "GET",
         *               "path": "/orders/{orderId}",
         *               "summary": "Get an order",
         *               "deadlineMs": 10000,
         *               "slo": {
         *                 "rate": 50,
         *                 "p95Ms": 200,
         *                 "availability": 0.999
         *               }
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly ApiList: {
            readonly items: readonly components["schemas"]["ApiVersion"][];
        };
        /**
         * @description What the contract of an API version says, and who is registered for it.
         * @example {
         *       "api": "system/erp/v1",
         *       "layer": "system",
         *       "title": "ERP",
         *       "summary": "Parties, products and orders in the words of the business.",
         *       "version": "1.2.0",
         *       "owner": {
         *         "team": "finance-systems",
         *         "contact": "finance-systems@strata.example",
         *         "oncall": "https://oncall.strata.example/finance-systems"
         *       },
         *       "status": "deprecated",
         *       "deprecatedAt": "2026-03-09T00:00:00.000Z",
         *       "sunsetAt": "2026-09-09T00:00:00.000Z",
         *       "successor": "system/erp/v2",
         *       "hosted": true,
         *       "uses": [
         *         "backend/erp/v1"
         *       ],
         *       "consumers": [
         *         "order-desk"
         *       ],
         *       "operations": [
         *         {
         *           "operation": "getOrder",
         *           "method": "GET",
         *           "path": "/orders/{orderId}",
         *           "summary": "Get an order",
         *           "deadlineMs": 10000,
         *           "slo": {
         *             "rate": 50,
         *             "p95Ms": 200,
         *             "availability": 0.999
         *           }
         *         }
         *       ]
         *     }
         */
        readonly ApiVersion: {
            readonly api: components["schemas"]["ApiId"];
            /**
             * @description Where it stands.
             * @enum {unknown}
             */
            readonly layer: "backend" | "system" | "process" | "experience";
            readonly title: string;
            /** @description What it is for; empty when its contract does not say. */
            readonly summary: string;
            /** @description Of the contract. */
            readonly version: string;
            /** @description Who answers for it. */
            readonly owner: {
                readonly team: string;
                readonly contact: string;
                readonly oncall: string;
            };
            /**
             * @description Of its life.
             * @enum {unknown}
             */
            readonly status: "draft" | "active" | "deprecated" | "retired";
            /**
             * Format: date-time
             * @description Since when nobody new should use it.
             */
            readonly deprecatedAt?: string;
            /**
             * Format: date-time
             * @description From when on it is gone.
             */
            readonly sunsetAt?: string;
            /** @description The version to use instead. */
            readonly successor?: string;
            /** @description Where its owner says how to move on. */
            readonly policy?: string;
            /** @description Whether this process serves it; backends are served by none. */
            readonly hosted: boolean;
            /** @description What it may call. */
            readonly uses: readonly string[];
            /** @description Who may call it. */
            readonly consumers: readonly string[];
            readonly operations: readonly components["schemas"]["ApiOperation"][];
        };
        /**
         * @description An operation, and what its callers are promised.
         * @example {
         *       "operation": "getOrder",
         *       "method": "GET",
         *       "path": "/orders/{orderId}",
         *       "summary": "Get an order",
         *       "deadlineMs": 10000,
         *       "slo": {
         *         "rate": 50,
         *         "p95Ms": 200,
         *         "availability": 0.999
         *       }
         *     }
         */
        readonly ApiOperation: {
            readonly operation: string;
            readonly method: string;
            readonly path: string;
            readonly summary: string;
            readonly deadlineMs: number;
            /** @description Its `x-slo`. */
            readonly slo?: {
                /** @description Requests a second. */
                readonly rate: number;
                readonly p95Ms: number;
                /** @description Share of requests that do not fail. */
                readonly availability: number;
            };
        };
        /**
         * @description What went on in the last minute.
         * @example {
         *       "at": "2026-03-09T08:15:00.000Z",
         *       "windowSeconds": 60,
         *       "apis": [
         *         {
         *           "api": "system/erp/v1",
         *           "ok": 371,
         *           "refused": 2,
         *           "failed": 1,
         *           "p50Ms": 12.1,
         *           "p95Ms": 84.5
         *         }
         *       ],
         *       "edges": [
         *         {
         *           "from": "system/erp/v1",
         *           "to": "backend/erp/v1",
         *           "kind": "hop",
         *           "ok": 371,
         *           "refused": 2,
         *           "failed": 1,
         *           "p50Ms": 11.9,
         *           "p95Ms": 84.1
         *         }
         *       ],
         *       "breakers": [
         *         {
         *           "api": "backend/erp/v1",
         *           "effect": "read",
         *           "state": "closed",
         *           "openForMs": 0
         *         }
         *       ],
         *       "openAlerts": 0,
         *       "parkedOperations": 0
         *     }
         */
        readonly Overview: {
            /**
             * Format: date-time
             * @description The end of the minute.
             */
            readonly at: string;
            /** @description What is counted; less than a minute after a start. */
            readonly windowSeconds: number;
            readonly apis: readonly components["schemas"]["ApiTraffic"][];
            readonly edges: readonly components["schemas"]["Edge"][];
            readonly breakers: readonly components["schemas"]["BreakerOf"][];
            /** @description Alerts that go on. */
            readonly openAlerts: number;
            /** @description Requests somebody has to settle; 100 may be more. */
            readonly parkedOperations: number;
        };
        /**
         * @description Everything that came to an API version or backend.
         * @example {
         *       "api": "system/erp/v1",
         *       "ok": 371,
         *       "refused": 2,
         *       "failed": 1,
         *       "p50Ms": 12.1,
         *       "p95Ms": 84.5
         *     }
         */
        readonly ApiTraffic: {
            readonly api: components["schemas"]["ApiId"];
            /** @description Calls that succeeded. */
            readonly ok: number;
            /** @description Those the caller has to change: 4xx. */
            readonly refused: number;
            /** @description 5xx, and no answer. */
            readonly failed: number;
            /** @description What half of them stayed below; absent when none was timed. */
            readonly p50Ms?: number;
            /** @description What all but one of twenty stayed below. */
            readonly p95Ms?: number;
        };
        /**
         * @description What went from one to another.
         * @example {
         *       "from": "system/erp/v1",
         *       "to": "backend/erp/v1",
         *       "kind": "hop",
         *       "ok": 371,
         *       "refused": 2,
         *       "failed": 1,
         *       "p50Ms": 11.9,
         *       "p95Ms": 84.1
         *     }
         */
        readonly Edge: {
            /** @description Who called: a consumer, or an API version. */
            readonly from: string;
            readonly to: components["schemas"]["ApiId"];
            /**
             * @description What calls.
             * @enum {unknown}
             */
            readonly kind: "consumer" | "hop";
            readonly ok: number;
            readonly refused: number;
            readonly failed: number;
            readonly p50Ms?: number;
            readonly p95Ms?: number;
        };
        /**
         * @description Whether calls of a system pass.
         * @example {
         *       "api": "backend/erp/v1",
         *       "effect": "read",
         *       "state": "closed",
         *       "openForMs": 0
         *     }
         */
        readonly BreakerOf: {
            readonly api: components["schemas"]["ApiId"];
            /**
             * @description Reads and writes are told apart.
             * @enum {unknown}
             */
            readonly effect: "read" | "write";
            /**
             * @description Closed, calls pass; open, none does; half-open, a few find out.
             * @enum {unknown}
             */
            readonly state: "closed" | "open" | "half-open";
            /** @description Until a few calls are let through to find out. */
            readonly openForMs: number;
        };
        /**
         * @description The traffic of an API version or backend.
         * @example {
         *       "api": "system/erp/v1",
         *       "windowSeconds": 300,
         *       "operations": [
         *         {
         *           "operation": "getOrder",
         *           "ok": 371,
         *           "refused": 2,
         *           "failed": 1,
         *           "p50Ms": 12.1,
         *           "p95Ms": 84.5
         *         }
         *       ],
         *       "points": [
         *         {
         *           "at": "2026-03-09T08:15:00.000Z",
         *           "seconds": 5,
         *           "ok": 31,
         *           "refused": 0,
         *           "failed": 0,
         *           "p95Ms": 84.5
         *         }
         *       ]
         *     }
         */
        readonly Traffic: {
            readonly api: components["schemas"]["ApiId"];
            /** @description What is counted. */
            readonly windowSeconds: number;
            readonly operations: readonly components["schemas"]["OperationTraffic"][];
            readonly points: readonly components["schemas"]["TrafficPoint"][];
        };
        /**
         * @description The traffic of one operation.
         * @example {
         *       "operation": "getOrder",
         *       "ok": 371,
         *       "refused": 2,
         *       "failed": 1,
         *       "p50Ms": 12.1,
         *       "p95Ms": 84.5
         *     }
         */
        readonly OperationTraffic: {
            readonly operation: string;
            readonly ok: number;
            readonly refused: number;
            readonly failed: number;
            readonly p50Ms?: number;
            readonly p95Ms?: number;
        };
        /**
         * @description A few seconds of it.
         * @example {
         *       "at": "2026-03-09T08:15:00.000Z",
         *       "seconds": 5,
         *       "ok": 31,
         *       "refused": 0,
         *       "failed": 0,
         *       "p95Ms": 84.5
         *     }
         */
        readonly TrafficPoint: {
            /**
             * Format: date-time
             * @description The end of them.
             */
            readonly at: string;
            /** @description How many. */
            readonly seconds: number;
            readonly ok: number;
            readonly refused: number;
            readonly failed: number;
            readonly p95Ms?: number;
        };
        /**
         * @description Why a trace is kept.
         * @example slow
         * @enum {unknown}
         */
        readonly TraceReason: "failed" | "slow" | "sampled";
        /**
         * @description Traces, the newest first.
         * @example {
         *       "items": [
         *         {
         *           "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
         *           "reason": "slow",
         *           "startedAt": "2026-03-09T08:15:00.000Z",
         *           "api": "experience/mobile/v1",
         *           "operation": "getHome",
         *           "outcome": "200",
         *           "durationMs": 812.5,
         *           "spans": 8
         *         }
         *       ]
         *     }
         */
        readonly TraceList: {
            readonly items: readonly components["schemas"]["TraceSummary"][];
        };
        /**
         * @description A trace, seen from the request it began with in this process.
         * @example {
         *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "reason": "slow",
         *       "startedAt": "2026-03-09T08:15:00.000Z",
         *       "api": "experience/mobile/v1",
         *       "operation": "getHome",
         *       "outcome": "200",
         *       "durationMs": 812.5,
         *       "spans": 8
         *     }
         */
        readonly TraceSummary: {
            /** @description 32 hex digits. */
            readonly traceId: string;
            readonly reason: components["schemas"]["TraceReason"];
            /**
             * Format: date-time
             * @description When the request came.
             */
            readonly startedAt: string;
            /** @description Which API was asked. */
            readonly api: string;
            /** @description Which operation. */
            readonly operation: string;
            /** @description The status of the answer. */
            readonly outcome: string;
            /** @description Until the answer. */
            readonly durationMs: number;
            /** @description How many there are. */
            readonly spans: number;
        };
        /**
         * @description What one request did.
         * @example {
         *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "spans": [
         *         {
         *           "spanId": "00f067aa0ba902b7",
         *           "kind": "request",
         *           "api": "experience/mobile/v1",
         *           "operation": "getHome",
         *           "startedAt": "2026-03-09T08:15:00.000Z",
         *           "offsetMs": 0,
         *           "durationMs": 812.5,
         *           "outcome": "200"
         *         }
         *       ]
         *     }
         */
        readonly Trace: {
            /** @description 32 hex digits. */
            readonly traceId: string;
            readonly spans: readonly components["schemas"]["Span"][];
        };
        /**
         * @description One request, one hop to an API or backend, or one attempt of a hop.
         * @example {
         *       "spanId": "00f067aa0ba902b7",
         *       "kind": "request",
         *       "api": "experience/mobile/v1",
         *       "operation": "getHome",
         *       "startedAt": "2026-03-09T08:15:00.000Z",
         *       "offsetMs": 0,
         *       "durationMs": 812.5,
         *       "outcome": "200"
         *     }
         */
        readonly Span: {
            /** @description 16 hex digits. */
            readonly spanId: string;
            /** @description What it is a part of; it may be in another process. */
            readonly parentId?: string;
            /**
             * @description What it is.
             * @enum {unknown}
             */
            readonly kind: "request" | "hop" | "attempt";
            /** @description Which API or backend was asked. */
            readonly api: string;
            /** @description Which operation. */
            readonly operation: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            readonly startedAt: string;
            /** @description After the first span of the trace here. */
            readonly offsetMs: number;
            /** @description How long it took; absent while it goes on. */
            readonly durationMs?: number;
            /** @description The status of its reply, or the slug of its problem. */
            readonly outcome?: string;
        };
        /**
         * @description Names something that has drifted.
         * @example DRF-2rC1qUq0m8dJ3eY0
         */
        readonly FindingId: string;
        /**
         * @description What has drifted.
         * @example {
         *       "items": [
         *         {
         *           "findingId": "DRF-2rC1qUq0m8dJ3eY0",
         *           "api": "backend/erp/v1",
         *           "operation": "findSales",
         *           "status": 200,
         *           "pointer": "/*\/total_amount/decimal",
         *           "event": "magnitude",
         *           "owner": "finance-systems",
         *           "isBroken": false,
         *           "summary": "backend/erp/v1 findSales answers 200 with /*\/total_amount/decimal, which has another magnitude",
         *           "before": "0.02 % of the time",
         *           "after": "84.2 % of 19, as \"141400.00\"",
         *           "state": "open",
         *           "firstSeen": "2026-03-09T08:15:00.000Z",
         *           "lastSeen": "2026-03-09T08:15:12.000Z",
         *           "times": 41,
         *           "affected": [
         *             {
         *               "api": "experience/storefront/v1",
         *               "operation": "getOrder",
         *               "fields": [
         *                 "/"
         *               ]
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly DriftList: {
            readonly items: readonly components["schemas"]["DriftFinding"][];
        };
        /**
         * @description One way in which a system does not answer as it did.
         * @example {
         *       "findingId": "DRF-2rC1qUq0m8dJ3eY0",
         *       "api": "backend/erp/v1",
         *       "operation": "findSales",
         *       "status": 200,
         *       "pointer": "/*\/total_amount/decimal",
         *       "event": "magnitude",
         *       "owner": "finance-systems",
         *       "isBroken": false,
         *       "summary": "backend/erp/v1 findSales answers 200 with /*\/total_amount/decimal, which has another magnitude",
         *       "before": "0.02 % of the time",
         *       "after": "84.2 % of 19, as \"141400.00\"",
         *       "state": "open",
         *       "firstSeen": "2026-03-09T08:15:00.000Z",
         *       "lastSeen": "2026-03-09T08:15:12.000Z",
         *       "times": 41,
         *       "affected": [
         *         {
         *           "api": "experience/storefront/v1",
         *           "operation": "getOrder",
         *           "fields": [
         *             "/"
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly DriftFinding: {
            readonly findingId: components["schemas"]["FindingId"];
            /** @description The contract of the system. */
            readonly api: string;
            /** @description What it was asked for. */
            readonly operation: string;
            /** @description What it answered; 0 when that cannot be read. */
            readonly status: number;
            /** @description Where in the answer, `*` for each item of a list. */
            readonly pointer: string;
            /** @description In what way, as `type`, `null`, `magnitude`. */
            readonly event: string;
            /** @description Of a value the contract does not know, which one. */
            readonly value?: string;
            /** @description The team that answers for the system. */
            readonly owner: string;
            /** @description Whether it breaks the contract; callers get 502 then. */
            readonly isBroken: boolean;
            /** @description All that in a sentence. */
            readonly summary: string;
            /** @description How it was. */
            readonly before: string;
            /** @description How it is, with examples; of personal data their shape. */
            readonly after: string;
            /**
             * @description What became of it.
             * @enum {unknown}
             */
            readonly state: "open" | "accepted" | "over";
            /**
             * Format: date-time
             * @description When it was first seen.
             */
            readonly firstSeen: string;
            /**
             * Format: date-time
             * @description When it was last seen.
             */
            readonly lastSeen: string;
            /** @description How often it was seen. */
            readonly times: number;
            /** @description Operations of experience APIs that show something made from it. */
            readonly affected: readonly components["schemas"]["AffectedOperation"][];
            /** @description Who accepted it. */
            readonly acceptedBy?: string;
            /** @description Why. */
            readonly acceptedBecause?: string;
        };
        /**
         * @description An operation that shows something made from what has drifted.
         * @example {
         *       "api": "experience/storefront/v1",
         *       "operation": "getOrder",
         *       "fields": [
         *         "/"
         *       ]
         *     }
         */
        readonly AffectedOperation: {
            /** @description Its contract. */
            readonly api: string;
            /** @description Its name. */
            readonly operation: string;
            /** @description Where in its answer, as far as that is known. */
            readonly fields: readonly string[];
        };
        /**
         * @description Why it is all right.
         * @example {
         *       "note": "Amounts are in cents since the upgrade; agreed with finance."
         *     }
         */
        readonly DriftAcceptance: {
            /** @description What the decision rests on, for those who review it. */
            readonly note: string;
        };
        /**
         * @description What was accepted, and the file that makes it last.
         * @example {
         *       "finding": {
         *         "findingId": "DRF-2rC1qUq0m8dJ3eY0",
         *         "api": "backend/erp/v1",
         *         "operation": "findSales",
         *         "status": 200,
         *         "pointer": "/*\/total_amount/decimal",
         *         "event": "magnitude",
         *         "owner": "finance-systems",
         *         "isBroken": false,
         *         "summary": "backend/erp/v1 findSales answers 200 with /*\/total_amount/decimal, which has another magnitude",
         *         "before": "0.02 % of the time",
         *         "after": "84.2 % of 19, as \"141400.00\"",
         *         "state": "open",
         *         "firstSeen": "2026-03-09T08:15:00.000Z",
         *         "lastSeen": "2026-03-09T08:15:12.000Z",
         *         "times": 41,
         *         "affected": [
         *           {
         *             "api": "experience/storefront/v1",
         *             "operation": "getOrder",
         *             "fields": [
         *               "/"
         *             ]
         *           }
         *         ]
         *       },
         *       "path": "contracts/drift/backend/erp/v1.json",
         *       "file": {
         *         "contract": "backend/erp/v1",
         *         "answers": {}
         *       }
         *     }
         */
        readonly DriftAccepted: {
            readonly finding: components["schemas"]["DriftFinding"];
            /** @description Where the file belongs. */
            readonly path: string;
            /** @description What is in it. */
            readonly file: {
                readonly [key: string]: unknown;
            };
        };
        /**
         * @description What is compared between systems.
         * @example {
         *       "items": [
         *         {
         *           "api": "process/customer-onboarding/v1",
         *           "name": "customers",
         *           "owner": "customer-lifecycle",
         *           "state": "waiting",
         *           "dueAt": "2026-03-10T08:15:00.000Z",
         *           "finishedAt": "2026-03-09T08:15:00.000Z",
         *           "checked": 100,
         *           "missing": 20,
         *           "examples": [
         *             "CUS-01JQ772GHZNQZGVW7K3BCNQ53V"
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly ReconciliationList: {
            readonly items: readonly components["schemas"]["Reconciliation"][];
        };
        /**
         * @description Records that two systems must both know.
         * @example {
         *       "api": "process/customer-onboarding/v1",
         *       "name": "customers",
         *       "owner": "customer-lifecycle",
         *       "state": "waiting",
         *       "dueAt": "2026-03-10T08:15:00.000Z",
         *       "finishedAt": "2026-03-09T08:15:00.000Z",
         *       "checked": 100,
         *       "missing": 20,
         *       "examples": [
         *         "CUS-01JQ772GHZNQZGVW7K3BCNQ53V"
         *       ]
         *     }
         */
        readonly Reconciliation: {
            /** @description The contract that says so. */
            readonly api: string;
            /** @description What the contract calls it. */
            readonly name: string;
            /** @description The team that is told. */
            readonly owner: string;
            /**
             * @description What goes on.
             * @enum {unknown}
             */
            readonly state: "waiting" | "running" | "failed";
            /**
             * Format: date-time
             * @description When it is next done.
             */
            readonly dueAt: string;
            /**
             * Format: date-time
             * @description When it was last done.
             */
            readonly finishedAt?: string;
            /** @description How many records were looked for. */
            readonly checked?: number;
            /** @description How many of them were not found. */
            readonly missing?: number;
            /** @description Some of those that are missing; none when their names are personal. */
            readonly examples?: readonly string[];
            /** @description There are more than were looked for. */
            readonly isCut?: boolean;
            /** @description Why it failed. */
            readonly reason?: string;
        };
        /**
         * @description What to compare.
         * @example {
         *       "api": "process/customer-onboarding/v1",
         *       "name": "customers"
         *     }
         */
        readonly ReconciliationRequest: {
            /** @description The contract that says so. */
            readonly api: string;
            /** @description What the contract calls it. */
            readonly name: string;
        };
        /**
         * @description What happened; one of the gateway's own table.
         * @example contract-broken
         */
        readonly AlertKind: string;
        /**
         * @description Alerts.
         * @example {
         *       "items": [
         *         {
         *           "id": "ALT-2rC1qUq0m8dJ3eY0",
         *           "kind": "contract-broken",
         *           "severity": "critical",
         *           "state": "open",
         *           "api": "backend/erp/v1",
         *           "subject": "findSales 200 /*\/state type",
         *           "owner": "finance-systems",
         *           "summary": "backend/erp/v1 findSales answers what its contract does not allow",
         *           "firstAt": "2026-03-09T08:15:00.000Z",
         *           "lastAt": "2026-03-09T08:15:12.000Z",
         *           "times": 41,
         *           "delivery": "sent"
         *         }
         *       ]
         *     }
         */
        readonly AlertList: {
            readonly items: readonly components["schemas"]["Alert"][];
        };
        /**
         * @description Something an owner has to know.
         * @example {
         *       "id": "ALT-2rC1qUq0m8dJ3eY0",
         *       "kind": "contract-broken",
         *       "severity": "critical",
         *       "state": "open",
         *       "api": "backend/erp/v1",
         *       "subject": "findSales 200 /*\/state type",
         *       "owner": "finance-systems",
         *       "summary": "backend/erp/v1 findSales answers what its contract does not allow",
         *       "firstAt": "2026-03-09T08:15:00.000Z",
         *       "lastAt": "2026-03-09T08:15:12.000Z",
         *       "times": 41,
         *       "delivery": "sent"
         *     }
         */
        readonly Alert: {
            /** @description Names the alert. */
            readonly id: string;
            readonly kind: components["schemas"]["AlertKind"];
            /**
             * @description Whether users suffer.
             * @enum {unknown}
             */
            readonly severity: "critical" | "warning";
            /**
             * @description Whether it goes on.
             * @enum {unknown}
             */
            readonly state: "open" | "resolved";
            /** @description The contract it is about. */
            readonly api: string;
            /** @description What of it. */
            readonly subject: string;
            /** @description The team that is told. */
            readonly owner: string;
            /** @description What to look at. */
            readonly summary: string;
            /** @description What helps to understand it. */
            readonly facts?: {
                readonly [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was first seen.
             */
            readonly firstAt: string;
            /**
             * Format: date-time
             * @description When it was last seen.
             */
            readonly lastAt: string;
            /** @description How often it was seen. */
            readonly times: number;
            /**
             * @description Whether its owner knows.
             * @enum {unknown}
             */
            readonly delivery: "sent" | "due" | "failed" | "silenced";
        };
        /**
         * @description Names a silence.
         * @example SIL-2rC1qUq0m8dJ3eY0bVd8cw
         */
        readonly SilenceId: string;
        /**
         * @description Silences.
         * @example {
         *       "items": [
         *         {
         *           "silenceId": "SIL-2rC1qUq0m8dJ3eY0bVd8cw",
         *           "api": "backend/erp/v1",
         *           "until": "2026-03-09T10:15:00.000Z",
         *           "createdAt": "2026-03-09T08:15:00.000Z",
         *           "by": "ops",
         *           "note": "Upgrade of the ERP."
         *         }
         *       ]
         *     }
         */
        readonly SilenceList: {
            readonly items: readonly components["schemas"]["Silence"][];
        };
        /**
         * @description What is kept quiet, and until when.
         * @example {
         *       "silenceId": "SIL-2rC1qUq0m8dJ3eY0bVd8cw",
         *       "api": "backend/erp/v1",
         *       "until": "2026-03-09T10:15:00.000Z",
         *       "createdAt": "2026-03-09T08:15:00.000Z",
         *       "by": "ops",
         *       "note": "Upgrade of the ERP."
         *     }
         */
        readonly Silence: {
            readonly silenceId: components["schemas"]["SilenceId"];
            readonly kind?: components["schemas"]["AlertKind"];
            /** @description Alerts about this contract. */
            readonly api?: string;
            /** @description Alerts for this team. */
            readonly owner?: string;
            /** @description Alerts about this part of the contract. */
            readonly subject?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            readonly until: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            readonly createdAt: string;
            /** @description Who made it. */
            readonly by: string;
            /** @description Why. */
            readonly note: string;
        };
        /**
         * @description What to keep quiet, for how long, and why.
         * @example {
         *       "api": "backend/erp/v1",
         *       "minutes": 120,
         *       "note": "Upgrade of the ERP."
         *     }
         */
        readonly SilenceRequest: {
            readonly kind?: components["schemas"]["AlertKind"];
            /** @description Alerts about this contract. */
            readonly api?: string;
            /** @description Alerts for this team. */
            readonly owner?: string;
            /** @description Alerts about this part of the contract. */
            readonly subject?: string;
            /** @description How long. */
            readonly minutes: number;
            /** @description Why, for those who wonder why nobody was told. */
            readonly note: string;
        };
        /**
         * @description Names an event that could not be delivered to a subscription.
         * @example DL-9Yk0nqCzqkT1mJm3kq4yYw
         */
        readonly LetterId: string;
        /**
         * @description As `<api>:<operation>`, or `intake`.
         * @example process/customer-care/v1:welcomeBack
         */
        readonly SubscriptionName: string;
        /**
         * @description Id of the contract of the event.
         * @example events/order-placed/v1
         */
        readonly EventType: string;
        /**
         * @description What becomes of it.
         * @example new
         * @enum {unknown}
         */
        readonly LetterState: "new" | "held" | "queued" | "replayed" | "discarded";
        /**
         * @description Why it was not delivered.
         * @example contract-violation
         * @enum {unknown}
         */
        readonly LetterReason: "contract-violation" | "mapping-error" | "rejected" | "retries-exhausted" | "consumer-crashed" | "undecodable" | "outcome-unknown" | "behind-another";
        /**
         * @description The event as its envelope names it.
         * @example {
         *       "id": "7Yk0nqCzqkT1mJm3kq4yYw",
         *       "type": "events/order-placed/v1",
         *       "source": "/process/order-to-cash",
         *       "time": "2026-03-09T08:15:00.000Z"
         *     }
         */
        readonly LetterEvent: {
            readonly id: string;
            readonly type: string;
            readonly source: string;
            readonly time: string;
        };
        /**
         * @description A dead letter in short.
         * @example {
         *       "letterId": "DL-9Yk0nqCzqkT1mJm3kq4yYw",
         *       "state": "new",
         *       "subscription": "process/customer-care/v1:welcomeBack",
         *       "owner": "customer-lifecycle",
         *       "event": {
         *         "id": "7Yk0nqCzqkT1mJm3kq4yYw",
         *         "type": "events/order-placed/v1",
         *         "source": "/process/order-to-cash",
         *         "time": "2026-03-09T08:15:00.000Z"
         *       },
         *       "key": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "at": "2026-03-09T08:15:01.000Z",
         *       "reason": "contract-violation",
         *       "stage": "validate",
         *       "message": "the event is no events/order-placed/v1: /lines is required, is missing"
         *     }
         */
        readonly LetterSummary: {
            readonly letterId: components["schemas"]["LetterId"];
            readonly state: components["schemas"]["LetterState"];
            readonly subscription: components["schemas"]["SubscriptionName"];
            /** @description The team that answers for the subscriber. */
            readonly owner: string;
            readonly event: components["schemas"]["LetterEvent"];
            /** @description By which the event keeps its order. */
            readonly key: string;
            /**
             * Format: date-time
             * @description When it became a dead letter.
             */
            readonly at: string;
            readonly reason: components["schemas"]["LetterReason"];
            /**
             * @description How far it got.
             * @enum {unknown}
             */
            readonly stage: "decode" | "validate" | "transform" | "deliver";
            /** @description What happened, in words. */
            readonly message: string;
        };
        /**
         * @description Dead letters.
         * @example {
         *       "items": [
         *         {
         *           "letterId": "DL-9Yk0nqCzqkT1mJm3kq4yYw",
         *           "state": "new",
         *           "subscription": "process/customer-care/v1:welcomeBack",
         *           "owner": "customer-lifecycle",
         *           "event": {
         *             "id": "7Yk0nqCzqkT1mJm3kq4yYw",
         *             "type": "events/order-placed/v1",
         *             "source": "/process/order-to-cash",
         *             "time": "2026-03-09T08:15:00.000Z"
         *           },
         *           "key": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *           "at": "2026-03-09T08:15:01.000Z",
         *           "reason": "contract-violation",
         *           "stage": "validate",
         *           "message": "the event is no events/order-placed/v1: /lines is required, is missing"
         *         }
         *       ]
         *     }
         */
        readonly LetterList: {
            readonly items: readonly components["schemas"]["LetterSummary"][];
        };
        /**
         * @description A dead letter with all that is known.
         * @example {
         *       "letterId": "DL-9Yk0nqCzqkT1mJm3kq4yYw",
         *       "state": "new",
         *       "subscription": "process/customer-care/v1:welcomeBack",
         *       "owner": "customer-lifecycle",
         *       "event": {
         *         "id": "7Yk0nqCzqkT1mJm3kq4yYw",
         *         "type": "events/order-placed/v1",
         *         "source": "/process/order-to-cash",
         *         "time": "2026-03-09T08:15:00.000Z"
         *       },
         *       "key": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "at": "2026-03-09T08:15:01.000Z",
         *       "reason": "contract-violation",
         *       "stage": "validate",
         *       "message": "the event is no events/order-placed/v1: /lines is required, is missing",
         *       "differences": [
         *         {
         *           "pointer": "/lines",
         *           "expected": "is required",
         *           "actual": "missing"
         *         }
         *       ],
         *       "attempts": [
         *         {
         *           "at": "2026-03-09T08:15:01.000Z",
         *           "durationMs": 3,
         *           "error": "the event is no events/order-placed/v1"
         *         }
         *       ],
         *       "held": 4,
         *       "isCorrected": false,
         *       "data": {
         *         "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS"
         *       },
         *       "consumer": "gateway-1 (4711)",
         *       "audit": [
         *         {
         *           "at": "2026-03-09T09:00:00.000Z",
         *           "who": "ops",
         *           "what": "corrected",
         *           "note": "See ticket 12."
         *         }
         *       ]
         *     }
         */
        readonly Letter: {
            readonly letterId: components["schemas"]["LetterId"];
            readonly state: components["schemas"]["LetterState"];
            readonly subscription: components["schemas"]["SubscriptionName"];
            /** @description The team that answers for the subscriber. */
            readonly owner: string;
            readonly event: components["schemas"]["LetterEvent"];
            /** @description By which the event keeps its order. */
            readonly key: string;
            /**
             * Format: date-time
             * @description When it became a dead letter.
             */
            readonly at: string;
            readonly reason: components["schemas"]["LetterReason"];
            /**
             * @description How far it got.
             * @enum {unknown}
             */
            readonly stage: "decode" | "validate" | "transform" | "deliver";
            /** @description What happened, in words. */
            readonly message: string;
            /** @description Where it breaks its contract. */
            readonly differences: readonly components["schemas"]["LetterDifference"][];
            /** @description The last deliveries. */
            readonly attempts: readonly components["schemas"]["LetterAttempt"][];
            /** @description Later events with its key that wait behind it. */
            readonly held: number;
            /** @description Whether somebody changed its data. */
            readonly isCorrected: boolean;
            /** @description What it says, as it is delivered next; without what is personal. */
            readonly data?: {
                readonly [key: string]: unknown;
            };
            /** @description Of the request that caused it. */
            readonly traceId?: string;
            /** @description The process that could not deliver it. */
            readonly consumer: string;
            /** @description What happened to it since. */
            readonly audit: readonly components["schemas"]["LetterEntry"][];
        };
        /**
         * @description A place that is not what a contract says.
         * @example {
         *       "pointer": "/lines",
         *       "expected": "is required",
         *       "actual": "missing"
         *     }
         */
        readonly LetterDifference: {
            readonly pointer: string;
            readonly expected: string;
            /** @description What stands there; texts are not shown. */
            readonly actual: string;
        };
        /**
         * @description One delivery that failed.
         * @example {
         *       "at": "2026-03-09T08:15:01.000Z",
         *       "durationMs": 3,
         *       "error": "answered 409"
         *     }
         */
        readonly LetterAttempt: {
            /** Format: date-time */
            readonly at: string;
            readonly durationMs: number;
            readonly status?: number;
            readonly error: string;
        };
        /**
         * @description What somebody did.
         * @example {
         *       "at": "2026-03-09T09:00:00.000Z",
         *       "who": "ops",
         *       "what": "corrected",
         *       "note": "See ticket 12."
         *     }
         */
        readonly LetterEntry: {
            /** Format: date-time */
            readonly at: string;
            /** @description The operator, or `hub`. */
            readonly who: string;
            /**
             * @description What became of it.
             * @enum {unknown}
             */
            readonly what: "corrected" | "queued" | "replayed" | "failed" | "discarded" | "released";
            readonly note?: string;
        };
        /**
         * @description Why events were not delivered.
         * @example {
         *       "items": [
         *         {
         *           "subscription": "process/customer-care/v1:welcomeBack",
         *           "owner": "customer-lifecycle",
         *           "reason": "contract-violation",
         *           "message": "the event is no events/order-placed/v1: /lines is required, is missing",
         *           "letters": 3,
         *           "held": 12,
         *           "oldestAt": "2026-03-09T08:15:01.000Z",
         *           "example": "DL-9Yk0nqCzqkT1mJm3kq4yYw"
         *         }
         *       ]
         *     }
         */
        readonly CauseList: {
            readonly items: readonly components["schemas"]["Cause"][];
        };
        /**
         * @description Dead letters with the same cause.
         * @example {
         *       "subscription": "process/customer-care/v1:welcomeBack",
         *       "owner": "customer-lifecycle",
         *       "reason": "contract-violation",
         *       "message": "the event is no events/order-placed/v1: /lines is required, is missing",
         *       "letters": 3,
         *       "held": 12,
         *       "oldestAt": "2026-03-09T08:15:01.000Z",
         *       "example": "DL-9Yk0nqCzqkT1mJm3kq4yYw"
         *     }
         */
        readonly Cause: {
            readonly subscription: components["schemas"]["SubscriptionName"];
            readonly owner: string;
            readonly reason: components["schemas"]["LetterReason"];
            readonly message: string;
            readonly letters: number;
            /** @description Events that wait behind them. */
            readonly held: number;
            /** Format: date-time */
            readonly oldestAt: string;
            readonly example: components["schemas"]["LetterId"];
        };
        /**
         * @description Which letters are meant; all conditions have to hold. Those of state `new`.
         * @example {
         *       "reason": "contract-violation",
         *       "dryRun": true,
         *       "note": "Contract corrected in 1.2.1."
         *     }
         */
        readonly LetterSelection: {
            readonly letterIds?: readonly components["schemas"]["LetterId"][];
            readonly subscription?: components["schemas"]["SubscriptionName"];
            readonly event?: components["schemas"]["EventType"];
            readonly reason?: components["schemas"]["LetterReason"];
            readonly owner?: string;
            readonly key?: string;
            /**
             * @description Only counts them.
             * @default false
             */
            readonly dryRun?: boolean;
            /** @description What the decision rests on; kept with the letters. */
            readonly note: string;
        };
        /**
         * @description What was done.
         * @example {
         *       "matched": 3,
         *       "changed": 0
         *     }
         */
        readonly LetterCount: {
            readonly matched: number;
            /** @description 0 when it was only asked how many there are. */
            readonly changed: number;
        };
        /**
         * @description How the data of an event changes.
         * @example {
         *       "change": {
         *         "status": "shipped"
         *       },
         *       "note": "The ERP sent 3."
         *     }
         */
        readonly LetterCorrection: {
            /** @description JSON Merge Patch of the data. */
            readonly change: {
                readonly [key: string]: unknown;
            };
            /** @description What the correction rests on. */
            readonly note: string;
        };
        /**
         * @description Names a request with a key; for a saga the one its caller knows, too.
         * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
         */
        readonly OperationId: string;
        /**
         * @description Open operations.
         * @example {
         *       "items": [
         *         {
         *           "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
         *           "api": "process/customer-onboarding/v1",
         *           "operation": "onboardCustomer",
         *           "owner": "customer-lifecycle",
         *           "consumer": "partner-portal",
         *           "state": "pending",
         *           "reason": "upstream-unavailable",
         *           "createdAt": "2026-03-09T08:15:00.000Z",
         *           "attempts": 4,
         *           "nextAttemptAt": "2026-03-09T08:15:23.000Z",
         *           "steps": [
         *             {
         *               "step": "crm-account",
         *               "state": "done"
         *             },
         *             {
         *               "step": "erp-party",
         *               "state": "pending"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly OperationList: {
            readonly items: readonly components["schemas"]["Operation"][];
        };
        /**
         * @description A request with a key, as operators see it.
         * @example {
         *       "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
         *       "api": "process/customer-onboarding/v1",
         *       "operation": "onboardCustomer",
         *       "owner": "customer-lifecycle",
         *       "consumer": "partner-portal",
         *       "state": "pending",
         *       "reason": "upstream-unavailable",
         *       "createdAt": "2026-03-09T08:15:00.000Z",
         *       "attempts": 4,
         *       "nextAttemptAt": "2026-03-09T08:15:23.000Z",
         *       "steps": [
         *         {
         *           "step": "crm-account",
         *           "state": "done"
         *         },
         *         {
         *           "step": "erp-party",
         *           "state": "pending"
         *         }
         *       ]
         *     }
         */
        readonly Operation: {
            readonly operationId: components["schemas"]["OperationId"];
            /** @description The API that was asked. */
            readonly api: string;
            /** @description What it was asked for. */
            readonly operation: string;
            /** @description The team that answers for the API. */
            readonly owner: string;
            /** @description Who asked. */
            readonly consumer: string;
            /**
             * @description What becomes of it.
             * @enum {unknown}
             */
            readonly state: "parked" | "pending" | "completed";
            /** @description Why it waits. */
            readonly reason?: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            readonly createdAt: string;
            /** @description How often somebody began to work on it. */
            readonly attempts: number;
            /**
             * Format: date-time
             * @description When somebody goes on with it. Without it, somebody works on it, or nobody will.
             */
            readonly nextAttemptAt?: string;
            /** @description What it consists of, as far as that is known. */
            readonly steps: readonly components["schemas"]["Step"][];
        };
        /**
         * @description One step of an operation.
         * @example {
         *       "step": "crm-account",
         *       "state": "done"
         *     }
         */
        readonly Step: {
            /** @description The step of a saga, or what was sent to a backend. */
            readonly step: string;
            /**
             * @description How far it got.
             * @enum {unknown}
             */
            readonly state: "pending" | "done" | "undone" | "in-doubt" | "not-needed";
        };
        /**
         * @description What an operator decides.
         * @example {
         *       "decision": "retry",
         *       "note": "The ERP has no such party; asked finance."
         *     }
         */
        readonly Resolution: {
            /**
             * @description What becomes of the operation.
             * @enum {unknown}
             */
            readonly decision: "retry" | "abandon" | "completed";
            /** @description What the decision rests on, for those who read the log. */
            readonly note: string;
        };
        /**
         * @description Names an API version.
         * @example system/erp/v1
         */
        readonly ApiId: string;
        /**
         * @description Names a version of an API or event.
         * @example system/erp/v1
         */
        readonly PublishedId: string;
        /**
         * @description What is published.
         * @example {
         *       "items": [
         *         {
         *           "contract": "system/erp/v1",
         *           "owner": "finance-systems",
         *           "status": "deprecated",
         *           "revisions": [
         *             {
         *               "revision": "1.1",
         *               "digest": "sha256:de6d7b0af899f2f3a9f5a44f0d5e7a5b8d0f6c1e3b2a4958677f8e9dacbb1c2d",
         *               "publishedAt": "2026-03-09T08:15:00.000Z",
         *               "publishedBy": "ann@strata.example",
         *               "exceptions": [
         *                 {
         *                   "fingerprint": "sha256:7d63a9de73371c0f5e2b8a4d96c1f3e0a7b5d8c2e4f6091a3b5c7d9e1f203142",
         *                   "finding": "GET /availability, query sku: Texts of a length that was accepted are refused now.",
         *                   "approver": "maria@strata.example",
         *                   "approverRole": "owner:process/order-to-cash/v1",
         *                   "reason": "No SKU is that long.",
         *                   "expires": "2027-03-31"
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly PublishedList: {
            readonly items: readonly components["schemas"]["Published"][];
        };
        /**
         * @description A version of an API or event that others can rely on.
         * @example {
         *       "contract": "system/erp/v1",
         *       "owner": "finance-systems",
         *       "status": "deprecated",
         *       "revisions": [
         *         {
         *           "revision": "1.1",
         *           "digest": "sha256:de6d7b0af899f2f3a9f5a44f0d5e7a5b8d0f6c1e3b2a4958677f8e9dacbb1c2d",
         *           "publishedAt": "2026-03-09T08:15:00.000Z",
         *           "publishedBy": "ann@strata.example",
         *           "exceptions": [
         *             {
         *               "fingerprint": "sha256:7d63a9de73371c0f5e2b8a4d96c1f3e0a7b5d8c2e4f6091a3b5c7d9e1f203142",
         *               "finding": "GET /availability, query sku: Texts of a length that was accepted are refused now.",
         *               "approver": "maria@strata.example",
         *               "approverRole": "owner:process/order-to-cash/v1",
         *               "reason": "No SKU is that long.",
         *               "expires": "2027-03-31"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly Published: {
            readonly contract: components["schemas"]["PublishedId"];
            /** @description The team that keeps it. */
            readonly owner: string;
            /**
             * @description How far its life is.
             * @enum {unknown}
             */
            readonly status: "active" | "deprecated" | "retired";
            /** @description The latest first. */
            readonly revisions: readonly components["schemas"]["Revision"][];
        };
        /**
         * @description What was promised from some day on.
         * @example {
         *       "revision": "1.1",
         *       "digest": "sha256:de6d7b0af899f2f3a9f5a44f0d5e7a5b8d0f6c1e3b2a4958677f8e9dacbb1c2d",
         *       "publishedAt": "2026-03-09T08:15:00.000Z",
         *       "publishedBy": "ann@strata.example",
         *       "exceptions": [
         *         {
         *           "fingerprint": "sha256:7d63a9de73371c0f5e2b8a4d96c1f3e0a7b5d8c2e4f6091a3b5c7d9e1f203142",
         *           "finding": "GET /availability, query sku: Texts of a length that was accepted are refused now.",
         *           "approver": "maria@strata.example",
         *           "approverRole": "owner:process/order-to-cash/v1",
         *           "reason": "No SKU is that long.",
         *           "expires": "2027-03-31"
         *         }
         *       ]
         *     }
         */
        readonly Revision: {
            /** @description The major version, and what was published in it before. */
            readonly revision: string;
            readonly digest: components["schemas"]["Digest"];
            /**
             * Format: date-time
             * @description When it was published.
             */
            readonly publishedAt: string;
            /** @description Who published it. */
            readonly publishedBy: string;
            /** @description What breaks or endangers clients of revisions before, with consent. */
            readonly exceptions: readonly components["schemas"]["Exception"][];
        };
        /**
         * @description A break or a risk, and who agreed to it.
         * @example {
         *       "fingerprint": "sha256:7d63a9de73371c0f5e2b8a4d96c1f3e0a7b5d8c2e4f6091a3b5c7d9e1f203142",
         *       "finding": "GET /availability, query sku: Texts of a length that was accepted are refused now.",
         *       "approver": "maria@strata.example",
         *       "approverRole": "owner:process/order-to-cash/v1",
         *       "reason": "No SKU is that long.",
         *       "expires": "2027-03-31"
         *     }
         */
        readonly Exception: {
            readonly fingerprint: components["schemas"]["Digest"];
            /** @description What was found. */
            readonly finding: string;
            /** @description Who agreed. */
            readonly approver: string;
            /** @description For whom they answer. */
            readonly approverRole: string;
            /** @description Why it may be. */
            readonly reason: string;
            /** @description A date: until when the consent counts for what is published. */
            readonly expires: string;
        };
        /**
         * @description A SHA-256 digest.
         * @example sha256:de6d7b0af899f2f3a9f5a44f0d5e7a5b8d0f6c1e3b2a4958677f8e9dacbb1c2d
         */
        readonly Digest: string;
        /**
         * @description Who calls an API version.
         * @example {
         *       "api": "system/erp/v1",
         *       "days": 30,
         *       "items": [
         *         {
         *           "operation": "getOrder",
         *           "consumer": "mobile-app",
         *           "calls": 371,
         *           "callsPerDay": 12.4,
         *           "firstSeen": "2026-01-12T06:00:00.000Z",
         *           "lastSeen": "2026-03-09T08:15:00.000Z"
         *         }
         *       ]
         *     }
         */
        readonly Usage: {
            readonly api: components["schemas"]["ApiId"];
            /** @description How many days are counted. */
            readonly days: number;
            readonly items: readonly components["schemas"]["UsedOperation"][];
        };
        /**
         * @description What one consumer calls.
         * @example {
         *       "operation": "getOrder",
         *       "consumer": "mobile-app",
         *       "calls": 371,
         *       "callsPerDay": 12.4,
         *       "firstSeen": "2026-01-12T06:00:00.000Z",
         *       "lastSeen": "2026-03-09T08:15:00.000Z"
         *     }
         */
        readonly UsedOperation: {
            /** @description What is called. */
            readonly operation: string;
            /** @description Who calls, or for whom a layer above does. */
            readonly consumer: string;
            /** @description How often in these days. */
            readonly calls: number;
            /** @description On average, since it was first seen. */
            readonly callsPerDay: number;
            /**
             * Format: date-time
             * @description When it was first called.
             */
            readonly firstSeen: string;
            /**
             * Format: date-time
             * @description When it was last called.
             */
            readonly lastSeen: string;
        };
        /**
         * @description Which fields of an API version are used.
         * @example {
         *       "api": "system/erp/v1",
         *       "items": [
         *         {
         *           "reader": "process/customer-360/v1",
         *           "readerOperation": "getOverview",
         *           "operation": "getParty",
         *           "use": "reads",
         *           "pointer": "/billing/state",
         *           "count": 212,
         *           "lastSeen": "2026-03-09T08:15:00.000Z"
         *         }
         *       ]
         *     }
         */
        readonly Reads: {
            readonly api: components["schemas"]["ApiId"];
            readonly items: readonly components["schemas"]["Read"][];
        };
        /**
         * @description What one operation does with the replies of another.
         * @example {
         *       "reader": "process/customer-360/v1",
         *       "readerOperation": "getOverview",
         *       "operation": "getParty",
         *       "use": "reads",
         *       "pointer": "/billing/state",
         *       "count": 212,
         *       "lastSeen": "2026-03-09T08:15:00.000Z"
         *     }
         */
        readonly Read: {
            /** @description The API whose handler it is. */
            readonly reader: string;
            /** @description The operation that is served with it. */
            readonly readerOperation: string;
            /** @description The operation that is called. */
            readonly operation: string;
            /**
             * @description What was seen.
             * @enum {unknown}
             */
            readonly use: "asks" | "reads" | "copies";
            /** @description The field inside the reply, `*` for each item; empty for all of it. */
            readonly pointer: string;
            /** @description In how many of the runs that were looked at. */
            readonly count: number;
            /**
             * Format: date-time
             * @description When last.
             */
            readonly lastSeen: string;
        };
        /**
         * @description A new contract for the requests of an API version.
         * @example {
         *       "api": "system/erp/v1",
         *       "document": {
         *         "openapi": "3.1.0",
         *         "info": {
         *           "title": "ERP",
         *           "version": "2.0.0"
         *         },
         *         "paths": {}
         *       }
         *     }
         */
        readonly Trial: {
            readonly api: components["schemas"]["ApiId"];
            /** @description The new contract, with everything it refers to. */
            readonly document: {
                readonly [key: string]: unknown;
            };
        };
        /**
         * @description What a new contract says of real requests.
         * @example {
         *       "api": "system/erp/v1",
         *       "items": [
         *         {
         *           "operation": "putOrder",
         *           "consumer": "order-desk",
         *           "samples": 100,
         *           "failing": 3,
         *           "undecided": 1,
         *           "findings": [
         *             {
         *               "pointer": "/body/lines/0/sku",
         *               "detail": "must match the pattern",
         *               "count": 3
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        readonly TrialResult: {
            readonly api: components["schemas"]["ApiId"];
            readonly items: readonly components["schemas"]["TriedOperation"][];
        };
        /**
         * @description Requests of one consumer to one operation.
         * @example {
         *       "operation": "putOrder",
         *       "consumer": "order-desk",
         *       "samples": 100,
         *       "failing": 3,
         *       "undecided": 1,
         *       "findings": [
         *         {
         *           "pointer": "/body/lines/0/sku",
         *           "detail": "must match the pattern",
         *           "count": 3
         *         }
         *       ]
         *     }
         */
        readonly TriedOperation: {
            /** @description What they asked for. */
            readonly operation: string;
            /** @description Who asked. */
            readonly consumer: string;
            /** @description Requests that were tried. */
            readonly samples: number;
            /** @description Those of them that would be refused. */
            readonly failing: number;
            /** @description Those that cannot be judged: what was replaced in them decides. */
            readonly undecided: number;
            /** @description Why, the most frequent first. */
            readonly findings: readonly {
                /** @description The place in the request. */
                readonly pointer: string;
                /** @description What is wrong there. */
                readonly detail: string;
                /** @description In how many requests. */
                readonly count: number;
            }[];
        };
        /**
         * @description It cannot be done as things are.
         * @example {
         *       "type": "/problems/conflict",
         *       "title": "The resource is not in a state that allows this",
         *       "status": 409,
         *       "detail": "It is completed; nothing is left to decide."
         *     }
         */
        readonly NotDecidableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            readonly type: "/problems/conflict";
        };
        /**
         * @description What protects the systems this process calls, and what it keeps.
         * @example {
         *       "upstreams": [
         *         {
         *           "upstream": "backend/erp/v1 read",
         *           "owner": "finance-systems",
         *           "settings": {
         *             "retry": {
         *               "retriesMax": 3,
         *               "firstDelayMs": 1000,
         *               "jitter": 0.5
         *             },
         *             "budget": {
         *               "ratio": 0.2,
         *               "perSecond": 10
         *             },
         *             "breaker": {
         *               "windowMs": 10000,
         *               "failureRatio": 0.5,
         *               "openMs": [
         *                 5000,
         *                 10000
         *               ]
         *             },
         *             "bulkhead": {
         *               "limit": 50,
         *               "queue": 50,
         *               "waitMs": 100
         *             }
         *           },
         *           "breaker": {
         *             "state": "closed",
         *             "calls": 112,
         *             "failures": 1,
         *             "openForMs": 0
         *           },
         *           "bulkhead": {
         *             "inFlight": 3,
         *             "waiting": 0,
         *             "limit": 50
         *           },
         *           "budget": {
         *             "available": 25,
         *             "spent": 1,
         *             "refused": 0
         *           },
         *           "pause": {
         *             "forMs": 0,
         *             "waiting": 0
         *           },
         *           "hedge": {
         *             "sent": 0,
         *             "won": 0
         *           }
         *         }
         *       ],
         *       "cache": {
         *         "replies": 12,
         *         "size": 40960,
         *         "hits": 310,
         *         "misses": 22,
         *         "stale": 0
         *       },
         *       "coalescing": {
         *         "underWay": 0,
         *         "joined": 17
         *       }
         *     }
         */
        readonly Policies: {
            readonly upstreams: readonly components["schemas"]["Upstream"][];
            readonly cache: components["schemas"]["Cache"];
            readonly coalescing: components["schemas"]["Coalescing"];
        };
        /**
         * @description What is read from a backend, or changed in it.
         * @example {
         *       "upstream": "backend/erp/v1 read",
         *       "owner": "finance-systems",
         *       "settings": {
         *         "retry": {
         *           "retriesMax": 3,
         *           "firstDelayMs": 1000,
         *           "jitter": 0.5
         *         },
         *         "budget": {
         *           "ratio": 0.2,
         *           "perSecond": 10
         *         },
         *         "breaker": {
         *           "windowMs": 10000,
         *           "failureRatio": 0.5,
         *           "openMs": [
         *             5000,
         *             10000
         *           ]
         *         },
         *         "bulkhead": {
         *           "limit": 50,
         *           "queue": 50,
         *           "waitMs": 100
         *         }
         *       },
         *       "breaker": {
         *         "state": "closed",
         *         "calls": 112,
         *         "failures": 1,
         *         "openForMs": 0
         *       },
         *       "bulkhead": {
         *         "inFlight": 3,
         *         "waiting": 0,
         *         "limit": 50
         *       },
         *       "budget": {
         *         "available": 25,
         *         "spent": 1,
         *         "refused": 0
         *       },
         *       "pause": {
         *         "forMs": 0,
         *         "waiting": 0
         *       },
         *       "hedge": {
         *         "sent": 0,
         *         "won": 0
         *       }
         *     }
         */
        readonly Upstream: {
            /** @description The backend, and `read` or `write`. */
            readonly upstream: string;
            /** @description The team that answers for the backend. */
            readonly owner: string;
            readonly settings: components["schemas"]["Settings"];
            readonly breaker: components["schemas"]["Breaker"];
            readonly bulkhead: components["schemas"]["Bulkhead"];
            readonly budget: components["schemas"]["Budget"];
            readonly pause: components["schemas"]["Pause"];
            readonly hedge: components["schemas"]["Hedge"];
        };
        /**
         * @description The settings of each policy: the gateway's own, unless the contract of the backend (`x-policies`) or the deployment knows better.
         * @example {
         *       "retry": {
         *         "retriesMax": 3,
         *         "firstDelayMs": 1000,
         *         "jitter": 0.5
         *       },
         *       "budget": {
         *         "ratio": 0.2,
         *         "perSecond": 10
         *       },
         *       "breaker": {
         *         "windowMs": 10000,
         *         "failureRatio": 0.5,
         *         "openMs": [
         *           5000,
         *           10000
         *         ]
         *       },
         *       "bulkhead": {
         *         "limit": 50,
         *         "queue": 50,
         *         "waitMs": 100
         *       }
         *     }
         */
        readonly Settings: {
            readonly [key: string]: {
                readonly [key: string]: number | readonly number[];
            };
        };
        /**
         * @description Whether calls pass.
         * @example {
         *       "state": "closed",
         *       "calls": 112,
         *       "failures": 1,
         *       "openForMs": 0
         *     }
         */
        readonly Breaker: {
            /**
             * @description Closed, calls pass; open, none does; half-open, a few find out.
             * @enum {unknown}
             */
            readonly state: "closed" | "open" | "half-open";
            /** @description Calls in the window. */
            readonly calls: number;
            /** @description Those of them that failed. */
            readonly failures: number;
            /** @description Until a few calls are let through to find out. */
            readonly openForMs: number;
        };
        /**
         * @description How many calls are under way at once.
         * @example {
         *       "inFlight": 3,
         *       "waiting": 0,
         *       "limit": 50
         *     }
         */
        readonly Bulkhead: {
            readonly inFlight: number;
            /** @description Calls that wait for their turn. */
            readonly waiting: number;
            /** @description The most that may be under way now; less than the setting while the system gets its load back. */
            readonly limit: number;
        };
        /**
         * @description How many retries can be afforded.
         * @example {
         *       "available": 25,
         *       "spent": 1,
         *       "refused": 0
         *     }
         */
        readonly Budget: {
            readonly available: number;
            readonly spent: number;
            readonly refused: number;
        };
        /**
         * @description Whether the system asked to be left alone (`Retry-After`).
         * @example {
         *       "forMs": 0,
         *       "waiting": 0
         *     }
         */
        readonly Pause: {
            /** @description How long it still is. */
            readonly forMs: number;
            /** @description Calls that wait for its end. */
            readonly waiting: number;
        };
        /**
         * @description Slow reads that were sent a second time.
         * @example {
         *       "sent": 0,
         *       "won": 0
         *     }
         */
        readonly Hedge: {
            readonly sent: number;
            /** @description Those that answered first. */
            readonly won: number;
        };
        /**
         * @description Replies that are kept (`x-cache`).
         * @example {
         *       "replies": 12,
         *       "size": 40960,
         *       "hits": 310,
         *       "misses": 22,
         *       "stale": 0
         *     }
         */
        readonly Cache: {
            readonly replies: number;
            /** @description Their length as JSON. */
            readonly size: number;
            readonly hits: number;
            readonly misses: number;
            /** @description Old replies given because a system failed. */
            readonly stale: number;
        };
        /**
         * @description Callers who ask the same at the same time.
         * @example {
         *       "underWay": 0,
         *       "joined": 17
         *     }
         */
        readonly Coalescing: {
            /** @description Attempts that can be joined now. */
            readonly underWay: number;
            /** @description Callers who joined one. */
            readonly joined: number;
        };
        /**
         * @description How an API key begins; no secret.
         * @example strata_pR3fIx01
         */
        readonly KeyId: string;
        /**
         * @description An API key, as far as it can be shown.
         * @example {
         *       "keyId": "strata_pR3fIx01",
         *       "consumer": "order-desk",
         *       "label": "night batch",
         *       "state": "active",
         *       "createdAt": "2026-03-09T08:15:00.000Z"
         *     }
         */
        readonly Key: {
            readonly keyId: components["schemas"]["KeyId"];
            /** @description Whose it is, as in `contracts/consumers.yaml`. */
            readonly consumer: string;
            /** @description What it is for. */
            readonly label: string;
            /**
             * @description Whether it is taken.
             * @enum {unknown}
             */
            readonly state: "active" | "expired" | "revoked";
            /** Format: date-time */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it is taken no more.
             */
            readonly expiresAt?: string;
            /** Format: date-time */
            readonly revokedAt?: string;
        };
        /**
         * @description API keys.
         * @example {
         *       "items": [
         *         {
         *           "keyId": "strata_pR3fIx01",
         *           "consumer": "order-desk",
         *           "label": "night batch",
         *           "state": "active",
         *           "createdAt": "2026-03-09T08:15:00.000Z"
         *         }
         *       ]
         *     }
         */
        readonly KeyList: {
            readonly items: readonly components["schemas"]["Key"][];
        };
        /**
         * @description A key that was made now.
         * @example {
         *       "keyId": "strata_pR3fIx01",
         *       "consumer": "order-desk",
         *       "label": "night batch",
         *       "state": "active",
         *       "createdAt": "2026-03-09T08:15:00.000Z",
         *       "key": "strata_pR3fIx01aVeryLongSecretNobodyCanGuess_00"
         *     }
         */
        readonly NewKey: {
            readonly keyId: components["schemas"]["KeyId"];
            readonly consumer: string;
            readonly label: string;
            /**
             * @description Whether it is taken.
             * @enum {unknown}
             */
            readonly state: "active" | "expired" | "revoked";
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly expiresAt?: string;
            /** Format: date-time */
            readonly revokedAt?: string;
            /** @description The key itself. Nobody can show it again. */
            readonly key: string;
        };
        /**
         * @description Whose key is wanted.
         * @example {
         *       "consumer": "order-desk",
         *       "label": "night batch"
         *     }
         */
        readonly KeyRequest: {
            /** @description As in `contracts/consumers.yaml`. */
            readonly consumer: string;
            /** @description What the key is for. */
            readonly label: string;
            /** @description Without it, the key is taken until it is revoked. */
            readonly expiresInDays?: number;
        };
        /**
         * @description How a key is replaced.
         * @example {
         *       "overlapSeconds": 86400
         *     }
         */
        readonly KeyRotation: {
            /** @description How long the old key is taken. */
            readonly overlapSeconds: number;
        };
        /**
         * @description Why a key is revoked.
         * @example {
         *       "note": "It was in a log file."
         *     }
         */
        readonly KeyRevocation: {
            /** @description For those who read the audit log. */
            readonly note: string;
        };
        /**
         * @description What an operator did.
         * @example {
         *       "id": "2rC1qUq0m8dJ3eY0bVd8cw",
         *       "at": "2026-03-09T08:15:00.000Z",
         *       "operator": "ops",
         *       "action": "revokeKey",
         *       "target": {
         *         "keyId": "strata_pR3fIx01"
         *       },
         *       "request": {
         *         "note": "It was in a log file."
         *       },
         *       "status": 200
         *     }
         */
        readonly AuditEntry: {
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            /** @description The consumer whose token it was. */
            readonly operator: string;
            /** @description The operation of this API. */
            readonly action: string;
            /** @description The parameters of the request. */
            readonly target: {
                readonly [key: string]: string;
            };
            /** @description The body of the request; what is personal or secret is hidden. */
            readonly request?: {
                readonly [key: string]: unknown;
            };
            /** @description How it ended. */
            readonly status?: number;
        };
        /**
         * @description What operators did.
         * @example {
         *       "items": [
         *         {
         *           "id": "2rC1qUq0m8dJ3eY0bVd8cw",
         *           "at": "2026-03-09T08:15:00.000Z",
         *           "operator": "ops",
         *           "action": "revokeKey",
         *           "target": {
         *             "keyId": "strata_pR3fIx01"
         *           },
         *           "request": {
         *             "note": "It was in a log file."
         *           },
         *           "status": 200
         *         }
         *       ]
         *     }
         */
        readonly AuditList: {
            readonly items: readonly components["schemas"]["AuditEntry"][];
        };
        /**
         * @description Why a request was refused or failed. `type` is the stable part to decide on; its page tells what it means and what to do. Readers ignore members they do not know.
         * @example {
         *       "type": "/problems/validation-failed",
         *       "title": "The request breaks the contract",
         *       "status": 400,
         *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "errors": [
         *         {
         *           "in": "body",
         *           "pointer": "#/lines/0/quantity",
         *           "detail": "must be >= 1"
         *         }
         *       ]
         *     }
         * @example {
         *       "type": "/problems/upstream-unavailable",
         *       "title": "A system behind this API is unavailable",
         *       "status": 503,
         *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "owner": "finance-systems",
         *       "upstream": "erp"
         *     }
         */
        readonly Problem: {
            /**
             * Format: uri-reference
             * @description Names the kind of problem. Served as a page under the same path.
             */
            readonly type: string;
            /** @description The kind of problem in words; the same each time. */
            readonly title: string;
            /** @description The HTTP status of the response. */
            readonly status: number;
            /** @description What happened this time. */
            readonly detail?: string;
            /** @description Names this request to the owner of the API (W3C trace context). */
            readonly traceId?: string;
            /** @description The team that answers for a failure (status 500 and up). */
            readonly owner?: string;
            /** @description The system behind the API that failed, such as `erp`. */
            readonly upstream?: string;
            /** @description Each place of the request that breaks the contract. */
            readonly errors?: readonly {
                /** @description What is wrong there. */
                readonly detail: string;
                /** @description The place, as a JSON Pointer fragment into the part named by `in`. */
                readonly pointer?: string;
                /**
                 * @description The part of the request.
                 * @enum {unknown}
                 */
                readonly in?: "body" | "path" | "query" | "header" | "cookie";
            }[];
        };
        /**
         * @description Nothing is stored under this id, or it is not the caller's to see.
         * @example {
         *       "type": "/problems/not-found",
         *       "title": "There is no such resource",
         *       "status": 404,
         *       "detail": "There is no order ORD-01JTB3011NF0S3Z3V8M1N868QS."
         *     }
         */
        readonly NotFoundProblem: components["schemas"]["Problem"] & {
            /** @constant */
            readonly type: "/problems/not-found";
        };
    };
    responses: {
        /** @description The request was refused before it reached the business (400, 401, 403, 405, 406, 413, 415, 429), or the service or a system behind it failed (5xx). */
        readonly Problem: {
            headers: {
                /** @description Seconds after which a further attempt makes sense (with 429 and 503). */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/not-found",
                 *       "title": "There is no such resource",
                 *       "status": 404,
                 *       "detail": "There is no order ORD-01JTB3011NF0S3Z3V8M1N868QS."
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["NotFoundProblem"];
            };
        };
    };
    parameters: {
        /**
         * @description The API version.
         * @example system/erp/v1
         */
        readonly Api: components["schemas"]["ApiId"];
        /**
         * @description From the list, the log, or the caller's `Location`.
         * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
         */
        readonly OperationId: components["schemas"]["OperationId"];
        /**
         * @description The most items a page may have.
         * @example 20
         */
        readonly Limit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listApis: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description API versions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "api": "system/erp/v1",
                     *           "layer": "system",
                     *           "title": "ERP",
                     *           "summary": "Parties, products and orders in the words of the business.",
                     *           "version": "1.2.0",
                     *           "owner": {
                     *             "team": "finance-systems",
                     *             "contact": "finance-systems@strata.example",
                     *             "oncall": "https://oncall.strata.example/finance-systems"
                     *           },
                     *           "status": "deprecated",
                     *           "deprecatedAt": "2026-03-09T00:00:00.000Z",
                     *           "sunsetAt": "2026-09-09T00:00:00.000Z",
                     *           "successor": "system/erp/v2",
                     *           "hosted": true,
                     *           "uses": [
                     *             "backend/erp/v1"
                     *           ],
                     *           "consumers": [
                     *             "order-desk"
                     *           ],
                     *           "operations": [
                     *             {
                     *               "operation": "getOrder",
                     *               "method": "GET",
                     *               "path": "/orders/{orderId}",
                     *               "summary": "Get an order",
                     *               "deadlineMs": 10000,
                     *               "slo": {
                     *                 "rate": 50,
                     *                 "p95Ms": 200,
                     *                 "availability": 0.999
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ApiList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOverview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The last minute. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-03-09T08:15:00.000Z",
                     *       "windowSeconds": 60,
                     *       "apis": [
                     *         {
                     *           "api": "system/erp/v1",
                     *           "ok": 371,
                     *           "refused": 2,
                     *           "failed": 1,
                     *           "p50Ms": 12.1,
                     *           "p95Ms": 84.5
                     *         }
                     *       ],
                     *       "edges": [
                     *         {
                     *           "from": "system/erp/v1",
                     *           "to": "backend/erp/v1",
                     *           "kind": "hop",
                     *           "ok": 371,
                     *           "refused": 2,
                     *           "failed": 1,
                     *           "p50Ms": 11.9,
                     *           "p95Ms": 84.1
                     *         }
                     *       ],
                     *       "breakers": [
                     *         {
                     *           "api": "backend/erp/v1",
                     *           "effect": "read",
                     *           "state": "closed",
                     *           "openForMs": 0
                     *         }
                     *       ],
                     *       "openAlerts": 0,
                     *       "parkedOperations": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTraffic: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The API version.
                 * @example system/erp/v1
                 */
                readonly api: components["parameters"]["Api"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Its traffic. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api": "system/erp/v1",
                     *       "windowSeconds": 300,
                     *       "operations": [
                     *         {
                     *           "operation": "getOrder",
                     *           "ok": 371,
                     *           "refused": 2,
                     *           "failed": 1,
                     *           "p50Ms": 12.1,
                     *           "p95Ms": 84.5
                     *         }
                     *       ],
                     *       "points": [
                     *         {
                     *           "at": "2026-03-09T08:15:00.000Z",
                     *           "seconds": 5,
                     *           "ok": 31,
                     *           "refused": 0,
                     *           "failed": 0,
                     *           "p95Ms": 84.5
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Traffic"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPolicies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The policies of this process. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "upstreams": [
                     *         {
                     *           "upstream": "backend/erp/v1 read",
                     *           "owner": "finance-systems",
                     *           "settings": {
                     *             "retry": {
                     *               "retriesMax": 3,
                     *               "firstDelayMs": 1000,
                     *               "jitter": 0.5
                     *             },
                     *             "budget": {
                     *               "ratio": 0.2,
                     *               "perSecond": 10
                     *             },
                     *             "breaker": {
                     *               "windowMs": 10000,
                     *               "failureRatio": 0.5,
                     *               "openMs": [
                     *                 5000,
                     *                 10000
                     *               ]
                     *             },
                     *             "bulkhead": {
                     *               "limit": 50,
                     *               "queue": 50,
                     *               "waitMs": 100
                     *             }
                     *           },
                     *           "breaker": {
                     *             "state": "closed",
                     *             "calls": 112,
                     *             "failures": 1,
                     *             "openForMs": 0
                     *           },
                     *           "bulkhead": {
                     *             "inFlight": 3,
                     *             "waiting": 0,
                     *             "limit": 50
                     *           },
                     *           "budget": {
                     *             "available": 25,
                     *             "spent": 1,
                     *             "refused": 0
                     *           },
                     *           "pause": {
                     *             "forMs": 0,
                     *             "waiting": 0
                     *           },
                     *           "hedge": {
                     *             "sent": 0,
                     *             "won": 0
                     *           }
                     *         }
                     *       ],
                     *       "cache": {
                     *         "replies": 12,
                     *         "size": 40960,
                     *         "hits": 310,
                     *         "misses": 22,
                     *         "stale": 0
                     *       },
                     *       "coalescing": {
                     *         "underWay": 0,
                     *         "joined": 17
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Policies"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listOperations: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only those in this state.
                 * @example parked
                 */
                readonly state?: "parked" | "pending";
                /**
                 * @description The most items a page may have.
                 * @example 20
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Open operations. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
                     *           "api": "process/customer-onboarding/v1",
                     *           "operation": "onboardCustomer",
                     *           "owner": "customer-lifecycle",
                     *           "consumer": "partner-portal",
                     *           "state": "pending",
                     *           "reason": "upstream-unavailable",
                     *           "createdAt": "2026-03-09T08:15:00.000Z",
                     *           "attempts": 4,
                     *           "nextAttemptAt": "2026-03-09T08:15:23.000Z",
                     *           "steps": [
                     *             {
                     *               "step": "crm-account",
                     *               "state": "done"
                     *             },
                     *             {
                     *               "step": "erp-party",
                     *               "state": "pending"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OperationList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOperation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, the log, or the caller's `Location`.
                 * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly operationId: components["parameters"]["OperationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The operation. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
                     *       "api": "process/customer-onboarding/v1",
                     *       "operation": "onboardCustomer",
                     *       "owner": "customer-lifecycle",
                     *       "consumer": "partner-portal",
                     *       "state": "pending",
                     *       "reason": "upstream-unavailable",
                     *       "createdAt": "2026-03-09T08:15:00.000Z",
                     *       "attempts": 4,
                     *       "nextAttemptAt": "2026-03-09T08:15:23.000Z",
                     *       "steps": [
                     *         {
                     *           "step": "crm-account",
                     *           "state": "done"
                     *         },
                     *         {
                     *           "step": "erp-party",
                     *           "state": "pending"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly resolveOperation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, the log, or the caller's `Location`.
                 * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly operationId: components["parameters"]["OperationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "decision": "retry",
                 *       "note": "The ERP has no such party; asked finance."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Resolution"];
            };
        };
        readonly responses: {
            /** @description The operation. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
                     *       "api": "process/customer-onboarding/v1",
                     *       "operation": "onboardCustomer",
                     *       "owner": "customer-lifecycle",
                     *       "consumer": "partner-portal",
                     *       "state": "pending",
                     *       "reason": "upstream-unavailable",
                     *       "createdAt": "2026-03-09T08:15:00.000Z",
                     *       "attempts": 4,
                     *       "nextAttemptAt": "2026-03-09T08:15:23.000Z",
                     *       "steps": [
                     *         {
                     *           "step": "crm-account",
                     *           "state": "done"
                     *         },
                     *         {
                     *           "step": "erp-party",
                     *           "state": "pending"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            /** @description It cannot be decided now, or any more. `detail` says why. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/conflict",
                     *       "title": "The resource is not in a state that allows this",
                     *       "status": 409,
                     *       "detail": "It is completed; nothing is left to decide."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["NotDecidableProblem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listLetters: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only those in this state; without it, those that are not done with.
                 * @example new
                 */
                readonly state?: components["schemas"]["LetterState"];
                /**
                 * @description Only those of this subscription.
                 * @example process/customer-care/v1:welcomeBack
                 */
                readonly subscription?: components["schemas"]["SubscriptionName"];
                /**
                 * @description Only events of this type.
                 * @example events/order-placed/v1
                 */
                readonly event?: components["schemas"]["EventType"];
                /**
                 * @description Only those with this reason.
                 * @example contract-violation
                 */
                readonly reason?: components["schemas"]["LetterReason"];
                /**
                 * @description Only those this team answers for.
                 * @example order-management
                 */
                readonly owner?: string;
                /**
                 * @description Only events with this key.
                 * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
                 */
                readonly key?: string;
                /**
                 * @description The most items a page may have.
                 * @example 20
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Dead letters. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "letterId": "DL-9Yk0nqCzqkT1mJm3kq4yYw",
                     *           "state": "new",
                     *           "subscription": "process/customer-care/v1:welcomeBack",
                     *           "owner": "customer-lifecycle",
                     *           "event": {
                     *             "id": "7Yk0nqCzqkT1mJm3kq4yYw",
                     *             "type": "events/order-placed/v1",
                     *             "source": "/process/order-to-cash",
                     *             "time": "2026-03-09T08:15:00.000Z"
                     *           },
                     *           "key": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *           "at": "2026-03-09T08:15:01.000Z",
                     *           "reason": "contract-violation",
                     *           "stage": "validate",
                     *           "message": "the event is no events/order-placed/v1: /lines is required, is missing"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LetterList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listCauses: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Causes, the most frequent first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subscription": "process/customer-care/v1:welcomeBack",
                     *           "owner": "customer-lifecycle",
                     *           "reason": "contract-violation",
                     *           "message": "the event is no events/order-placed/v1: /lines is required, is missing",
                     *           "letters": 3,
                     *           "held": 12,
                     *           "oldestAt": "2026-03-09T08:15:01.000Z",
                     *           "example": "DL-9Yk0nqCzqkT1mJm3kq4yYw"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CauseList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly replayLetters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "contract-violation",
                 *       "dryRun": true,
                 *       "note": "Contract corrected in 1.2.1."
                 *     }
                 */
                readonly "application/json": components["schemas"]["LetterSelection"];
            };
        };
        readonly responses: {
            /** @description How many letters it concerned. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "matched": 3,
                     *       "changed": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LetterCount"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly discardLetters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "contract-violation",
                 *       "dryRun": true,
                 *       "note": "Contract corrected in 1.2.1."
                 *     }
                 */
                readonly "application/json": components["schemas"]["LetterSelection"];
            };
        };
        readonly responses: {
            /** @description How many letters it concerned. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "matched": 3,
                     *       "changed": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LetterCount"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list or the log.
                 * @example DL-9Yk0nqCzqkT1mJm3kq4yYw
                 */
                readonly letterId: components["schemas"]["LetterId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The letter. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "letterId": "DL-9Yk0nqCzqkT1mJm3kq4yYw",
                     *       "state": "new",
                     *       "subscription": "process/customer-care/v1:welcomeBack",
                     *       "owner": "customer-lifecycle",
                     *       "event": {
                     *         "id": "7Yk0nqCzqkT1mJm3kq4yYw",
                     *         "type": "events/order-placed/v1",
                     *         "source": "/process/order-to-cash",
                     *         "time": "2026-03-09T08:15:00.000Z"
                     *       },
                     *       "key": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "at": "2026-03-09T08:15:01.000Z",
                     *       "reason": "contract-violation",
                     *       "stage": "validate",
                     *       "message": "the event is no events/order-placed/v1: /lines is required, is missing",
                     *       "differences": [
                     *         {
                     *           "pointer": "/lines",
                     *           "expected": "is required",
                     *           "actual": "missing"
                     *         }
                     *       ],
                     *       "attempts": [
                     *         {
                     *           "at": "2026-03-09T08:15:01.000Z",
                     *           "durationMs": 3,
                     *           "error": "the event is no events/order-placed/v1"
                     *         }
                     *       ],
                     *       "held": 4,
                     *       "isCorrected": false,
                     *       "data": {
                     *         "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS"
                     *       },
                     *       "consumer": "gateway-1 (4711)",
                     *       "audit": [
                     *         {
                     *           "at": "2026-03-09T09:00:00.000Z",
                     *           "who": "ops",
                     *           "what": "corrected",
                     *           "note": "See ticket 12."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Letter"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly correctLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list or the log.
                 * @example DL-9Yk0nqCzqkT1mJm3kq4yYw
                 */
                readonly letterId: components["schemas"]["LetterId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "change": {
                 *         "status": "shipped"
                 *       },
                 *       "note": "The ERP sent 3."
                 *     }
                 */
                readonly "application/json": components["schemas"]["LetterCorrection"];
            };
        };
        readonly responses: {
            /** @description The letter. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "letterId": "DL-9Yk0nqCzqkT1mJm3kq4yYw",
                     *       "state": "new",
                     *       "subscription": "process/customer-care/v1:welcomeBack",
                     *       "owner": "customer-lifecycle",
                     *       "event": {
                     *         "id": "7Yk0nqCzqkT1mJm3kq4yYw",
                     *         "type": "events/order-placed/v1",
                     *         "source": "/process/order-to-cash",
                     *         "time": "2026-03-09T08:15:00.000Z"
                     *       },
                     *       "key": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "at": "2026-03-09T08:15:01.000Z",
                     *       "reason": "contract-violation",
                     *       "stage": "validate",
                     *       "message": "the event is no events/order-placed/v1: /lines is required, is missing",
                     *       "differences": [
                     *         {
                     *           "pointer": "/lines",
                     *           "expected": "is required",
                     *           "actual": "missing"
                     *         }
                     *       ],
                     *       "attempts": [
                     *         {
                     *           "at": "2026-03-09T08:15:01.000Z",
                     *           "durationMs": 3,
                     *           "error": "the event is no events/order-placed/v1"
                     *         }
                     *       ],
                     *       "held": 4,
                     *       "isCorrected": false,
                     *       "data": {
                     *         "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS"
                     *       },
                     *       "consumer": "gateway-1 (4711)",
                     *       "audit": [
                     *         {
                     *           "at": "2026-03-09T09:00:00.000Z",
                     *           "who": "ops",
                     *           "what": "corrected",
                     *           "note": "See ticket 12."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Letter"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            /** @description It is done with, or waits for nothing but an earlier one. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/conflict",
                     *       "title": "The resource is not in a state that allows this",
                     *       "status": 409,
                     *       "detail": "It is replayed already."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["NotDecidableProblem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listKeys: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only those of this consumer.
                 * @example order-desk
                 */
                readonly consumer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description API keys. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "keyId": "strata_pR3fIx01",
                     *           "consumer": "order-desk",
                     *           "label": "night batch",
                     *           "state": "active",
                     *           "createdAt": "2026-03-09T08:15:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["KeyList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "consumer": "order-desk",
                 *       "label": "night batch"
                 *     }
                 */
                readonly "application/json": components["schemas"]["KeyRequest"];
            };
        };
        readonly responses: {
            /** @description The key, for the only time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "strata_pR3fIx01",
                     *       "consumer": "order-desk",
                     *       "label": "night batch",
                     *       "state": "active",
                     *       "createdAt": "2026-03-09T08:15:00.000Z",
                     *       "key": "strata_pR3fIx01aVeryLongSecretNobodyCanGuess_00"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NewKey"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly rotateKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description How the key begins.
                 * @example strata_pR3fIx01
                 */
                readonly keyId: components["schemas"]["KeyId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "overlapSeconds": 86400
                 *     }
                 */
                readonly "application/json": components["schemas"]["KeyRotation"];
            };
        };
        readonly responses: {
            /** @description The key, for the only time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "strata_pR3fIx01",
                     *       "consumer": "order-desk",
                     *       "label": "night batch",
                     *       "state": "active",
                     *       "createdAt": "2026-03-09T08:15:00.000Z",
                     *       "key": "strata_pR3fIx01aVeryLongSecretNobodyCanGuess_00"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NewKey"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly revokeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description How the key begins.
                 * @example strata_pR3fIx01
                 */
                readonly keyId: components["schemas"]["KeyId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "note": "It was in a log file."
                 *     }
                 */
                readonly "application/json": components["schemas"]["KeyRevocation"];
            };
        };
        readonly responses: {
            /** @description What is left of the key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "strata_pR3fIx01",
                     *       "consumer": "order-desk",
                     *       "label": "night batch",
                     *       "state": "active",
                     *       "createdAt": "2026-03-09T08:15:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Key"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listAudit: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The most items a page may have.
                 * @example 20
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What operators did. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "2rC1qUq0m8dJ3eY0bVd8cw",
                     *           "at": "2026-03-09T08:15:00.000Z",
                     *           "operator": "ops",
                     *           "action": "revokeKey",
                     *           "target": {
                     *             "keyId": "strata_pR3fIx01"
                     *           },
                     *           "request": {
                     *             "note": "It was in a log file."
                     *           },
                     *           "status": 200
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AuditList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listPublished: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only this one.
                 * @example system/erp/v1
                 */
                readonly contract?: components["schemas"]["PublishedId"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is published. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "contract": "system/erp/v1",
                     *           "owner": "finance-systems",
                     *           "status": "deprecated",
                     *           "revisions": [
                     *             {
                     *               "revision": "1.1",
                     *               "digest": "sha256:de6d7b0af899f2f3a9f5a44f0d5e7a5b8d0f6c1e3b2a4958677f8e9dacbb1c2d",
                     *               "publishedAt": "2026-03-09T08:15:00.000Z",
                     *               "publishedBy": "ann@strata.example",
                     *               "exceptions": [
                     *                 {
                     *                   "fingerprint": "sha256:7d63a9de73371c0f5e2b8a4d96c1f3e0a7b5d8c2e4f6091a3b5c7d9e1f203142",
                     *                   "finding": "GET /availability, query sku: Texts of a length that was accepted are refused now.",
                     *                   "approver": "maria@strata.example",
                     *                   "approverRole": "owner:process/order-to-cash/v1",
                     *                   "reason": "No SKU is that long.",
                     *                   "expires": "2027-03-31"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PublishedList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getUsage: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The API version.
                 * @example system/erp/v1
                 */
                readonly api: components["parameters"]["Api"];
                /**
                 * @description How many days are counted, today included.
                 * @example 30
                 */
                readonly days?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who calls it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api": "system/erp/v1",
                     *       "days": 30,
                     *       "items": [
                     *         {
                     *           "operation": "getOrder",
                     *           "consumer": "mobile-app",
                     *           "calls": 371,
                     *           "callsPerDay": 12.4,
                     *           "firstSeen": "2026-01-12T06:00:00.000Z",
                     *           "lastSeen": "2026-03-09T08:15:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Usage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getReads: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The API version.
                 * @example system/erp/v1
                 */
                readonly api: components["parameters"]["Api"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who uses what. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api": "system/erp/v1",
                     *       "items": [
                     *         {
                     *           "reader": "process/customer-360/v1",
                     *           "readerOperation": "getOverview",
                     *           "operation": "getParty",
                     *           "use": "reads",
                     *           "pointer": "/billing/state",
                     *           "count": 212,
                     *           "lastSeen": "2026-03-09T08:15:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Reads"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly checkSamples: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "api": "system/erp/v1",
                 *       "document": {
                 *         "openapi": "3.1.0",
                 *         "info": {
                 *           "title": "ERP",
                 *           "version": "2.0.0"
                 *         },
                 *         "paths": {}
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["Trial"];
            };
        };
        readonly responses: {
            /** @description What would become of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api": "system/erp/v1",
                     *       "items": [
                     *         {
                     *           "operation": "putOrder",
                     *           "consumer": "order-desk",
                     *           "samples": 100,
                     *           "failing": 3,
                     *           "undecided": 1,
                     *           "findings": [
                     *             {
                     *               "pointer": "/body/lines/0/sku",
                     *               "detail": "must match the pattern",
                     *               "count": 3
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TrialResult"];
                };
            };
            /** @description The contract cannot be tried. `detail` says why. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/conflict",
                     *       "title": "The resource is not in a state that allows this",
                     *       "status": 409,
                     *       "detail": "The document is no contract."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["NotDecidableProblem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listDrift: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only those in this state.
                 * @example open
                 */
                readonly state?: "open" | "accepted" | "over";
                /**
                 * @description Only those of systems of this team.
                 * @example finance-systems
                 */
                readonly owner?: string;
                /**
                 * @description The most items a page may have.
                 * @example 20
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What was found. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "findingId": "DRF-2rC1qUq0m8dJ3eY0",
                     *           "api": "backend/erp/v1",
                     *           "operation": "findSales",
                     *           "status": 200,
                     *           "pointer": "/*\/total_amount/decimal",
                     *           "event": "magnitude",
                     *           "owner": "finance-systems",
                     *           "isBroken": false,
                     *           "summary": "backend/erp/v1 findSales answers 200 with /*\/total_amount/decimal, which has another magnitude",
                     *           "before": "0.02 % of the time",
                     *           "after": "84.2 % of 19, as \"141400.00\"",
                     *           "state": "open",
                     *           "firstSeen": "2026-03-09T08:15:00.000Z",
                     *           "lastSeen": "2026-03-09T08:15:12.000Z",
                     *           "times": 41,
                     *           "affected": [
                     *             {
                     *               "api": "experience/storefront/v1",
                     *               "operation": "getOrder",
                     *               "fields": [
                     *                 "/"
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DriftList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getDrift: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, or from an alert.
                 * @example DRF-2rC1qUq0m8dJ3eY0
                 */
                readonly findingId: components["schemas"]["FindingId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What was found. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "findingId": "DRF-2rC1qUq0m8dJ3eY0",
                     *       "api": "backend/erp/v1",
                     *       "operation": "findSales",
                     *       "status": 200,
                     *       "pointer": "/*\/total_amount/decimal",
                     *       "event": "magnitude",
                     *       "owner": "finance-systems",
                     *       "isBroken": false,
                     *       "summary": "backend/erp/v1 findSales answers 200 with /*\/total_amount/decimal, which has another magnitude",
                     *       "before": "0.02 % of the time",
                     *       "after": "84.2 % of 19, as \"141400.00\"",
                     *       "state": "open",
                     *       "firstSeen": "2026-03-09T08:15:00.000Z",
                     *       "lastSeen": "2026-03-09T08:15:12.000Z",
                     *       "times": 41,
                     *       "affected": [
                     *         {
                     *           "api": "experience/storefront/v1",
                     *           "operation": "getOrder",
                     *           "fields": [
                     *             "/"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DriftFinding"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly acceptDrift: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list, or from an alert.
                 * @example DRF-2rC1qUq0m8dJ3eY0
                 */
                readonly findingId: components["schemas"]["FindingId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "note": "Amounts are in cents since the upgrade; agreed with finance."
                 *     }
                 */
                readonly "application/json": components["schemas"]["DriftAcceptance"];
            };
        };
        readonly responses: {
            /** @description It is normal. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "finding": {
                     *         "findingId": "DRF-2rC1qUq0m8dJ3eY0",
                     *         "api": "backend/erp/v1",
                     *         "operation": "findSales",
                     *         "status": 200,
                     *         "pointer": "/*\/total_amount/decimal",
                     *         "event": "magnitude",
                     *         "owner": "finance-systems",
                     *         "isBroken": false,
                     *         "summary": "backend/erp/v1 findSales answers 200 with /*\/total_amount/decimal, which has another magnitude",
                     *         "before": "0.02 % of the time",
                     *         "after": "84.2 % of 19, as \"141400.00\"",
                     *         "state": "open",
                     *         "firstSeen": "2026-03-09T08:15:00.000Z",
                     *         "lastSeen": "2026-03-09T08:15:12.000Z",
                     *         "times": 41,
                     *         "affected": [
                     *           {
                     *             "api": "experience/storefront/v1",
                     *             "operation": "getOrder",
                     *             "fields": [
                     *               "/"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "path": "contracts/drift/backend/erp/v1.json",
                     *       "file": {
                     *         "contract": "backend/erp/v1",
                     *         "answers": {}
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DriftAccepted"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            /** @description It breaks its contract. `detail` says what to do. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/conflict",
                     *       "title": "The resource is not in a state that allows this",
                     *       "status": 409,
                     *       "detail": "It breaks backend/erp/v1, which has to allow it first."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["NotDecidableProblem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listReconciliations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Comparisons. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "api": "process/customer-onboarding/v1",
                     *           "name": "customers",
                     *           "owner": "customer-lifecycle",
                     *           "state": "waiting",
                     *           "dueAt": "2026-03-10T08:15:00.000Z",
                     *           "finishedAt": "2026-03-09T08:15:00.000Z",
                     *           "checked": 100,
                     *           "missing": 20,
                     *           "examples": [
                     *             "CUS-01JQ772GHZNQZGVW7K3BCNQ53V"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReconciliationList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly runReconciliation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "api": "process/customer-onboarding/v1",
                 *       "name": "customers"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReconciliationRequest"];
            };
        };
        readonly responses: {
            /** @description It is due. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api": "process/customer-onboarding/v1",
                     *       "name": "customers",
                     *       "owner": "customer-lifecycle",
                     *       "state": "waiting",
                     *       "dueAt": "2026-03-10T08:15:00.000Z",
                     *       "finishedAt": "2026-03-09T08:15:00.000Z",
                     *       "checked": 100,
                     *       "missing": 20,
                     *       "examples": [
                     *         "CUS-01JQ772GHZNQZGVW7K3BCNQ53V"
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Reconciliation"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listAlerts: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only those in this state.
                 * @example open
                 */
                readonly state?: "open" | "resolved";
                /**
                 * @description Only those of this team.
                 * @example finance-systems
                 */
                readonly owner?: string;
                /**
                 * @description The most items a page may have.
                 * @example 20
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Alerts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "ALT-2rC1qUq0m8dJ3eY0",
                     *           "kind": "contract-broken",
                     *           "severity": "critical",
                     *           "state": "open",
                     *           "api": "backend/erp/v1",
                     *           "subject": "findSales 200 /*\/state type",
                     *           "owner": "finance-systems",
                     *           "summary": "backend/erp/v1 findSales answers what its contract does not allow",
                     *           "firstAt": "2026-03-09T08:15:00.000Z",
                     *           "lastAt": "2026-03-09T08:15:12.000Z",
                     *           "times": 41,
                     *           "delivery": "sent"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AlertList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listSilences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Silences. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "silenceId": "SIL-2rC1qUq0m8dJ3eY0bVd8cw",
                     *           "api": "backend/erp/v1",
                     *           "until": "2026-03-09T10:15:00.000Z",
                     *           "createdAt": "2026-03-09T08:15:00.000Z",
                     *           "by": "ops",
                     *           "note": "Upgrade of the ERP."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SilenceList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createSilence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "api": "backend/erp/v1",
                 *       "minutes": 120,
                 *       "note": "Upgrade of the ERP."
                 *     }
                 */
                readonly "application/json": components["schemas"]["SilenceRequest"];
            };
        };
        readonly responses: {
            /** @description The silence. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "silenceId": "SIL-2rC1qUq0m8dJ3eY0bVd8cw",
                     *       "api": "backend/erp/v1",
                     *       "until": "2026-03-09T10:15:00.000Z",
                     *       "createdAt": "2026-03-09T08:15:00.000Z",
                     *       "by": "ops",
                     *       "note": "Upgrade of the ERP."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Silence"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly endSilence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the list.
                 * @example SIL-2rC1qUq0m8dJ3eY0bVd8cw
                 */
                readonly silenceId: components["schemas"]["SilenceId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The silence. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "silenceId": "SIL-2rC1qUq0m8dJ3eY0bVd8cw",
                     *       "api": "backend/erp/v1",
                     *       "until": "2026-03-09T10:15:00.000Z",
                     *       "createdAt": "2026-03-09T08:15:00.000Z",
                     *       "by": "ops",
                     *       "note": "Upgrade of the ERP."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Silence"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listTraces: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only those that came by this API or backend.
                 * @example backend/erp/v1
                 */
                readonly api?: string;
                /**
                 * @description Only those kept for this reason.
                 * @example slow
                 */
                readonly reason?: components["schemas"]["TraceReason"];
                /**
                 * @description The most items a page may have.
                 * @example 20
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Traces. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                     *           "reason": "slow",
                     *           "startedAt": "2026-03-09T08:15:00.000Z",
                     *           "api": "experience/mobile/v1",
                     *           "operation": "getHome",
                     *           "outcome": "200",
                     *           "durationMs": 812.5,
                     *           "spans": 8
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TraceList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTrace: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description As in `traceparent`, in problems and in the log.
                 * @example 4bf92f3577b34da6a3ce929d0e0e4736
                 */
                readonly traceId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The trace. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                     *       "spans": [
                     *         {
                     *           "spanId": "00f067aa0ba902b7",
                     *           "kind": "request",
                     *           "api": "experience/mobile/v1",
                     *           "operation": "getHome",
                     *           "startedAt": "2026-03-09T08:15:00.000Z",
                     *           "offsetMs": 0,
                     *           "durationMs": 812.5,
                     *           "outcome": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Trace"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
