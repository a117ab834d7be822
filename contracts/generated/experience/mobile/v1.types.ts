// Generated from contracts/experience/mobile/v1.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/home": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The home screen */
        readonly get: operations["getHome"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/orders/{orderId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The order.
                 * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
                 */
                readonly orderId: components["parameters"]["OrderId"];
            };
            readonly cookie?: never;
        };
        /**
         * The screen of one of my orders
         * @description Orders of others are not found.
         */
        readonly get: operations["getOrder"];
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
         * @description The home screen.
         * @example {
         *       "name": "Harbour Lane",
         *       "orders": [
         *         {
         *           "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *           "status": "confirmed",
         *           "receivedAt": "2026-11-23T08:24:42Z",
         *           "total": {
         *             "amount": "35.64",
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "missing": [],
         *       "sources": [
         *         {
         *           "system": "crm",
         *           "state": "ok",
         *           "asOf": "2026-11-23T08:30:00Z"
         *         },
         *         {
         *           "system": "erp",
         *           "state": "ok",
         *           "asOf": "2026-11-23T08:30:00Z"
         *         }
         *       ]
         *     }
         */
        readonly Home: {
            /** @description How to greet the customer. */
            readonly name?: string;
            /** @description The latest orders, the latest first. */
            readonly orders?: readonly components["schemas"]["OrderCard"][];
            /** @description What cannot be shown right now. Usually empty. */
            readonly missing: readonly ("name" | "orders")[];
            /** @description Who was asked, and who answered. */
            readonly sources: readonly components["schemas"]["Source"][];
        };
        /**
         * @description An order on the home screen.
         * @example {
         *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "status": "confirmed",
         *       "receivedAt": "2026-11-23T08:24:42Z",
         *       "total": {
         *         "amount": "35.64",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly OrderCard: {
            readonly orderId: components["schemas"]["OrderId"];
            readonly status: components["schemas"]["OrderStatus"];
            /** Format: date-time */
            readonly receivedAt: string;
            /** @description What the customer pays, with tax. */
            readonly total: components["schemas"]["Money"];
        };
        /**
         * @description One order.
         * @example {
         *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "status": "confirmed",
         *       "receivedAt": "2026-11-23T08:24:42Z",
         *       "lines": [
         *         {
         *           "name": "Widget, small",
         *           "quantity": 3,
         *           "amount": {
         *             "amount": "29.70",
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "total": {
         *         "amount": "35.64",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly Order: {
            readonly orderId: components["schemas"]["OrderId"];
            readonly status: components["schemas"]["OrderStatus"];
            /** Format: date-time */
            readonly receivedAt: string;
            readonly lines: readonly components["schemas"]["OrderLine"][];
            /** @description What the customer pays, with tax. */
            readonly total: components["schemas"]["Money"];
        };
        /**
         * @description How many of what.
         * @example {
         *       "name": "Widget, small",
         *       "quantity": 3,
         *       "amount": {
         *         "amount": "29.70",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly OrderLine: {
            readonly name: string;
            readonly quantity: number;
            readonly amount: components["schemas"]["Money"];
        };
        /**
         * @description How far the order got.
         * @example confirmed
         * @enum {unknown}
         */
        readonly OrderStatus: "received" | "priced" | "confirmed" | "shipped" | "completed" | "cancelled" | "attention";
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
         * @description An order in every system. `ORD-` and a ULID, minted when the order is placed.
         * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
         */
        readonly OrderId: string;
        /**
         * @description An exact amount in one currency.
         * @example {
         *       "amount": "29.70",
         *       "currency": "EUR"
         *     }
         */
        readonly Money: {
            /**
             * Format: decimal
             * @description At least the digits of the currency's minor unit; unit prices may have up to four.
             */
            readonly amount: string;
            /** @description ISO 4217 code. */
            readonly currency: string;
        };
        /**
         * @description One of the systems an answer comes from.
         * @example {
         *       "system": "crm",
         *       "state": "ok",
         *       "asOf": "2026-11-23T08:30:00Z"
         *     }
         */
        readonly Source: {
            /**
             * @description The system.
             * @enum {unknown}
             */
            readonly system: "crm" | "erp";
            /**
             * @description Whether the answer holds what the system knows.
             * @enum {unknown}
             */
            readonly state: "ok" | "unavailable";
            /**
             * Format: date-time
             * @description When the system said so, or was given up.
             */
            readonly asOf: string;
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
         * @description The order.
         * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
         */
        readonly OrderId: components["schemas"]["OrderId"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getHome: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the screen shows. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Harbour Lane",
                     *       "orders": [
                     *         {
                     *           "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *           "status": "confirmed",
                     *           "receivedAt": "2026-11-23T08:24:42Z",
                     *           "total": {
                     *             "amount": "35.64",
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "missing": [],
                     *       "sources": [
                     *         {
                     *           "system": "crm",
                     *           "state": "ok",
                     *           "asOf": "2026-11-23T08:30:00Z"
                     *         },
                     *         {
                     *           "system": "erp",
                     *           "state": "ok",
                     *           "asOf": "2026-11-23T08:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Home"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The order.
                 * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
                 */
                readonly orderId: components["parameters"]["OrderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the screen shows. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "status": "confirmed",
                     *       "receivedAt": "2026-11-23T08:24:42Z",
                     *       "lines": [
                     *         {
                     *           "name": "Widget, small",
                     *           "quantity": 3,
                     *           "amount": {
                     *             "amount": "29.70",
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amount": "35.64",
                     *         "currency": "EUR"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
