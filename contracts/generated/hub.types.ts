// Generated from contracts/hub.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say what happened
         * @description 202 means that the events are durable and will be delivered; who is not answered sends them again, with the same
         *     ids, and they are taken once. An event that breaks its contract is refused with 422, and none of its batch is
         *     taken. A system that cannot correct what it sent says `Prefer: handling=lenient` (RFC 7240): what can be taken is,
         *     and the rest becomes dead letters for those who answer for the event.
         *
         *     In binary mode the attributes are headers (`Ce-Id`, `Ce-Source`, `Ce-Type` …) and the body is the data.
         */
        readonly post: operations["publishEvents"];
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
         * @description An event in its envelope (CloudEvents 1.0).
         * @example {
         *       "specversion": "1.0",
         *       "id": "4711-2026-03-09",
         *       "source": "/erp/sales",
         *       "type": "events/order-status-changed/v1",
         *       "time": "2026-03-09T08:15:00Z",
         *       "data": {
         *         "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *         "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *         "status": "shipped"
         *       }
         *     }
         */
        readonly Event: {
            /** @constant */
            readonly specversion: "1.0";
            readonly id: string;
            readonly source: string;
            readonly type: string;
            /**
             * Format: date-time
             * @description When it happened; now when it is not said.
             */
            readonly time?: string;
            /**
             * @description Data is JSON.
             * @constant
             */
            readonly datacontenttype?: "application/json";
            /** @description As the contract of the type says. */
            readonly data?: {
                readonly [key: string]: unknown;
            };
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description What became of the events.
         * @example {
         *       "taken": 1,
         *       "parked": []
         *     }
         */
        readonly Taken: {
            /** @description Those that will be delivered. */
            readonly taken: number;
            /** @description The dead letters of the others. */
            readonly parked: readonly string[];
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
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly publishEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description `handling=lenient` or `handling=strict`.
                 * @example handling=lenient
                 */
                readonly Prefer?: string;
                /**
                 * @description Binary mode.
                 * @example 1.0
                 */
                readonly "Ce-Specversion"?: "1.0";
                /**
                 * @description Binary mode: of the event, unique for its source.
                 * @example 4711-2026-03-09
                 */
                readonly "Ce-Id"?: string;
                /**
                 * @description Binary mode: where it happened.
                 * @example /erp/sales
                 */
                readonly "Ce-Source"?: string;
                /**
                 * @description Binary mode: id of the contract of the event.
                 * @example events/order-status-changed/v1
                 */
                readonly "Ce-Type"?: string;
                /**
                 * @description Binary mode: when it happened.
                 * @example 2026-03-09T08:15:00Z
                 */
                readonly "Ce-Time"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "4711-2026-03-09",
                 *       "source": "/erp/sales",
                 *       "type": "events/order-status-changed/v1",
                 *       "time": "2026-03-09T08:15:00Z",
                 *       "data": {
                 *         "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                 *         "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *         "status": "shipped"
                 *       }
                 *     }
                 */
                readonly "application/cloudevents+json": components["schemas"]["Event"];
                /**
                 * @example [
                 *       {
                 *         "specversion": "1.0",
                 *         "id": "4711-2026-03-09",
                 *         "source": "/erp/sales",
                 *         "type": "events/order-status-changed/v1",
                 *         "time": "2026-03-09T08:15:00Z",
                 *         "data": {
                 *           "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                 *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *           "status": "shipped"
                 *         }
                 *       }
                 *     ]
                 */
                readonly "application/cloudevents-batch+json": readonly components["schemas"]["Event"][];
                /**
                 * @example {
                 *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                 *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *       "status": "shipped"
                 *     }
                 */
                readonly "application/json": {
                    readonly [key: string]: unknown;
                };
            };
        };
        readonly responses: {
            /** @description The events are taken. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": 1,
                     *       "parked": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Taken"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
}
