// Generated from contracts/process/customer-360/v1.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/customers/{customerId}/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
            };
            readonly cookie?: never;
        };
        /** See a customer from all sides */
        readonly get: operations["getOverview"];
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
         * @description A customer from all sides. A part is missing when its source is unavailable or it was not asked for.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "profile": {
         *         "legalName": "Harbour Lane Interiors GmbH",
         *         "displayName": "Harbour Lane",
         *         "relationship": "active",
         *         "email": "office@harbour-lane.example",
         *         "phone": "+49 40 66969 110",
         *         "address": {
         *           "street": "Speicherzeile 14",
         *           "city": "Hamburg",
         *           "postalCode": "20457",
         *           "country": "DE"
         *         }
         *       },
         *       "billing": {
         *         "state": "active"
         *       },
         *       "orders": [
         *         {
         *           "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *           "number": "1",
         *           "status": "confirmed",
         *           "receivedAt": "2026-11-23T08:24:42Z",
         *           "placedOn": "2026-11-23",
         *           "total": {
         *             "amount": "35.64",
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
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
        readonly Overview: {
            readonly customerId: components["schemas"]["CustomerId"];
            readonly profile?: components["schemas"]["Profile"];
            readonly billing?: components["schemas"]["Billing"];
            /** @description The ten latest orders, the latest first. */
            readonly orders?: readonly components["schemas"]["OrderSummary"][];
            /** @description Who was asked, and who answered. */
            readonly sources: readonly components["schemas"]["Source"][];
        };
        /**
         * @description The customer as sales knows it.
         * @example {
         *       "legalName": "Harbour Lane Interiors GmbH",
         *       "displayName": "Harbour Lane",
         *       "relationship": "active",
         *       "email": "office@harbour-lane.example",
         *       "phone": "+49 40 66969 110",
         *       "address": {
         *         "street": "Speicherzeile 14",
         *         "city": "Hamburg",
         *         "postalCode": "20457",
         *         "country": "DE"
         *       }
         *     }
         */
        readonly Profile: {
            readonly legalName: string;
            readonly displayName?: string;
            /**
             * @description How sales sees the customer.
             * @enum {unknown}
             */
            readonly relationship: "prospect" | "active" | "dormant" | "declined";
            readonly email?: string;
            readonly phone?: string;
            readonly address?: components["schemas"]["Address"];
        };
        /**
         * @description The customer as finance sees it.
         * @example {
         *       "state": "active"
         *     }
         */
        readonly Billing: {
            /**
             * @description Whether finance takes orders from the customer.
             * @enum {unknown}
             */
            readonly state: "none" | "active" | "blocked";
        };
        /**
         * @description An order without its lines.
         * @example {
         *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "number": "1",
         *       "status": "confirmed",
         *       "receivedAt": "2026-11-23T08:24:42Z",
         *       "placedOn": "2026-11-23",
         *       "total": {
         *         "amount": "35.64",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly OrderSummary: {
            readonly orderId: components["schemas"]["OrderId"];
            /** @description The ERP's own number, once the order is priced. */
            readonly number?: string;
            /**
             * @description How far the order got.
             * @enum {unknown}
             */
            readonly status: "received" | "priced" | "confirmed" | "shipped" | "completed" | "cancelled" | "attention";
            /**
             * Format: date-time
             * @description When the ERP got it.
             */
            readonly receivedAt: string;
            /**
             * Format: date
             * @description The day it was confirmed.
             */
            readonly placedOn?: string;
            /** @description What the customer pays, with tax. */
            readonly total: components["schemas"]["Money"];
        };
        /**
         * @description A customer in every system. `CUS-` and a ULID, minted when the customer is onboarded.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: string;
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
         * @description A complete postal address.
         * @example {
         *       "street": "Speicherzeile 14",
         *       "city": "Hamburg",
         *       "postalCode": "20457",
         *       "country": "DE"
         *     }
         */
        readonly Address: {
            /** @description Street and number; further lines follow line breaks. */
            readonly street: string;
            readonly city: string;
            /** @description Absent where a country has none. */
            readonly postalCode?: string;
            /** @description ISO 3166-1 alpha-2 code. */
            readonly country: string;
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
         * @description The customer.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: components["schemas"]["CustomerId"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getOverview: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description What to answer besides the profile. Asking for less asks fewer systems.
                 * @example [
                 *       "orders"
                 *     ]
                 */
                readonly include?: readonly ("orders" | "billing")[];
                /**
                 * @description How many of the latest orders to answer.
                 * @example 5
                 */
                readonly orderLimit?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The customer, as far as its sources answered. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
