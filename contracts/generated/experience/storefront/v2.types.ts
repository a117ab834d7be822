// Generated from contracts/experience/storefront/v2.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/catalog": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Browse the catalog */
        readonly get: operations["listCatalog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/catalog/{sku}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The product.
                 * @example WID-001
                 */
                readonly sku: components["parameters"]["Sku"];
            };
            readonly cookie?: never;
        };
        /** See one product */
        readonly get: operations["getCatalogItem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/checkout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Buy what is in the basket
         * @description The order is priced, taxed and confirmed before this answers.
         */
        readonly post: operations["checkout"];
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
         * See one of my orders
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
    readonly "/operations/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the `Location` of the 202 answer.
                 * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly operationId: components["parameters"]["OperationId"];
            };
            readonly cookie?: never;
        };
        /** See what became of a checkout that takes longer */
        readonly get: operations["getOperation"];
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
         * @description A product on the shelf.
         * @example {
         *       "sku": "WID-001",
         *       "name": "Widget, small",
         *       "unit": "u",
         *       "price": {
         *         "amount": "9.90",
         *         "currency": "EUR"
         *       },
         *       "availability": {
         *         "state": "in-stock",
         *         "asOf": "2026-11-23T08:24:42Z"
         *       }
         *     }
         */
        readonly CatalogItem: {
            readonly sku: components["schemas"]["Sku"];
            /** @description What the product is called. */
            readonly name: string;
            /** @description Symbol of the unit it is counted in. */
            readonly unit: string;
            /** @description Of one unit, without tax. */
            readonly price: components["schemas"]["Money"];
            readonly availability: components["schemas"]["Availability"];
        };
        /**
         * @description How soon a product can be had. How many there are is nobody else's business.
         * @example {
         *       "state": "in-stock",
         *       "asOf": "2026-11-23T08:24:42Z"
         *     }
         */
        readonly Availability: {
            /**
             * @description What to tell the customer.
             * @enum {unknown}
             */
            readonly state: "in-stock" | "few-left" | "sold-out";
            /**
             * Format: date-time
             * @description When the warehouse was asked.
             */
            readonly asOf: string;
        };
        /**
         * @description One page of the catalog.
         * @example {
         *       "items": [
         *         {
         *           "sku": "WID-001",
         *           "name": "Widget, small",
         *           "unit": "u",
         *           "price": {
         *             "amount": "9.90",
         *             "currency": "EUR"
         *           },
         *           "availability": {
         *             "state": "in-stock",
         *             "asOf": "2026-11-23T08:24:42Z"
         *           }
         *         }
         *       ],
         *       "nextCursor": "cHJvZHVjdHM6V0lELTAwMQ"
         *     }
         */
        readonly CatalogPage: {
            readonly items: readonly components["schemas"]["CatalogItem"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
        };
        /**
         * @description What the customer wants to buy.
         * @example {
         *       "lines": [
         *         {
         *           "sku": "WID-001",
         *           "quantity": 3
         *         }
         *       ],
         *       "note": "Please ring at the back door."
         *     }
         */
        readonly Basket: {
            readonly lines: readonly components["schemas"]["BasketLine"][];
            /** @description What the customer wants known. */
            readonly note?: string;
        };
        /**
         * @description How many of what.
         * @example {
         *       "sku": "WID-001",
         *       "quantity": 3
         *     }
         */
        readonly BasketLine: {
            readonly sku: components["schemas"]["Sku"];
            /** @description How many. */
            readonly quantity: number;
        };
        /**
         * @description An order of the customer.
         * @example {
         *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "number": "1",
         *       "status": {
         *         "state": "confirmed",
         *         "fulfilment": "waiting",
         *         "billing": "open"
         *       },
         *       "receivedAt": "2026-11-23T08:24:42Z",
         *       "lines": [
         *         {
         *           "sku": "WID-001",
         *           "name": "Widget, small",
         *           "quantity": 3,
         *           "unitPrice": {
         *             "amount": "9.90",
         *             "currency": "EUR"
         *           },
         *           "amount": {
         *             "amount": "29.70",
         *             "currency": "EUR"
         *           },
         *           "fulfilment": "waiting"
         *         }
         *       ],
         *       "totals": {
         *         "net": {
         *           "amount": "29.70",
         *           "currency": "EUR"
         *         },
         *         "tax": {
         *           "amount": "5.94",
         *           "currency": "EUR"
         *         },
         *         "gross": {
         *           "amount": "35.64",
         *           "currency": "EUR"
         *         }
         *       },
         *       "note": "Please ring at the back door."
         *     }
         */
        readonly Order: {
            readonly orderId: components["schemas"]["OrderId"];
            /** @description The number to name on the phone. */
            readonly number?: string;
            readonly status: components["schemas"]["OrderStatus"];
            /**
             * Format: date-time
             * @description When it was taken in.
             */
            readonly receivedAt: string;
            readonly lines: readonly components["schemas"]["OrderLine"][];
            readonly totals: components["schemas"]["Totals"];
            /** @description What the customer wants known. */
            readonly note?: string;
        };
        /**
         * @description How many of what, at what price.
         * @example {
         *       "sku": "WID-001",
         *       "name": "Widget, small",
         *       "quantity": 3,
         *       "unitPrice": {
         *         "amount": "9.90",
         *         "currency": "EUR"
         *       },
         *       "amount": {
         *         "amount": "29.70",
         *         "currency": "EUR"
         *       },
         *       "fulfilment": "waiting"
         *     }
         */
        readonly OrderLine: {
            readonly sku: components["schemas"]["Sku"];
            /** @description What the product is called. */
            readonly name: string;
            /** @description How many, in the unit of the product. */
            readonly quantity: number;
            readonly unitPrice: components["schemas"]["Money"];
            readonly amount: components["schemas"]["Money"];
            readonly fulfilment: components["schemas"]["OrderFulfilment"];
        };
        /**
         * @description What it comes to.
         * @example {
         *       "net": {
         *         "amount": "29.70",
         *         "currency": "EUR"
         *       },
         *       "tax": {
         *         "amount": "5.94",
         *         "currency": "EUR"
         *       },
         *       "gross": {
         *         "amount": "35.64",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly Totals: {
            readonly net: components["schemas"]["Money"];
            readonly tax: components["schemas"]["Money"];
            readonly gross: components["schemas"]["Money"];
        };
        /**
         * @description Where the next page starts. Opaque; absent on the last page. A cursor that did not come from the same list stands for its end: the answer is an empty last page.
         * @example YWNjb3VudHM6Q1VTLTAxSk5FWE02NVJLUlpCNlJERE5BQjdaQVFI
         */
        readonly Cursor: string;
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
         * @description Stock keeping unit, the ERP's product code.
         * @example WID-001
         */
        readonly Sku: string;
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
        /**
         * @description An order in every system. `ORD-` and a ULID, minted when the order is placed.
         * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
         */
        readonly OrderId: string;
        /**
         * @description What was agreed.
         * @example confirmed
         * @enum {unknown}
         */
        readonly OrderState: "received" | "priced" | "confirmed" | "completed" | "cancelled";
        /**
         * @description How far shipping is.
         * @example waiting
         * @enum {unknown}
         */
        readonly OrderFulfilment: "none" | "waiting" | "sent" | "attention";
        /**
         * @description How far charging for it is.
         * @example open
         * @enum {unknown}
         */
        readonly OrderBilling: "none" | "open" | "paid" | "attention";
        /**
         * @description How far the order got.
         * @example {
         *       "state": "confirmed",
         *       "fulfilment": "waiting",
         *       "billing": "open"
         *     }
         */
        readonly OrderStatus: {
            readonly state: components["schemas"]["OrderState"];
            readonly fulfilment: components["schemas"]["OrderFulfilment"];
            readonly billing: components["schemas"]["OrderBilling"];
        };
        /**
         * @description Names a request that goes on after it was answered. Nobody but its caller can use it.
         * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
         */
        readonly OperationId: string;
        /**
         * @description A request that goes on after it was answered with 202. It is completed as soon as the systems behind it can be reached again, or taken back as a whole.
         * @example {
         *       "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
         *       "state": "pending",
         *       "steps": [
         *         {
         *           "step": "first-system",
         *           "state": "done"
         *         },
         *         {
         *           "step": "second-system",
         *           "state": "pending"
         *         }
         *       ]
         *     }
         */
        readonly Operation: {
            readonly operationId: components["schemas"]["OperationId"];
            /**
             * @description What became of it.
             * @enum {unknown}
             */
            readonly state: "pending" | "completed" | "refused" | "parked";
            /** @description What it consists of, in the order it is done. */
            readonly steps: readonly {
                /** @description What is done. */
                readonly step: string;
                /**
                 * @description How far it got.
                 * @enum {unknown}
                 */
                readonly state: "pending" | "done" | "undone" | "not-needed";
            }[];
            /**
             * Format: uri-reference
             * @description Where the result is, as a path inside this API. Only of `completed`.
             */
            readonly location?: string;
            /** @description Why it was refused. Only of `refused`. */
            readonly problem?: components["schemas"]["Problem"];
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
        /** @description It takes longer than the request, and goes on. What becomes of it can be read at `Location`. */
        readonly Accepted: {
            headers: {
                /**
                 * @description Where the operation is.
                 * @example /process/customer-onboarding/v1/operations/OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly Location?: string;
                /**
                 * @description Seconds after which it is worth asking.
                 * @example 1
                 */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
                 *       "state": "pending",
                 *       "steps": [
                 *         {
                 *           "step": "first-system",
                 *           "state": "done"
                 *         },
                 *         {
                 *           "step": "second-system",
                 *           "state": "pending"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Operation"];
            };
        };
        /** @description The operation. */
        readonly Operation: {
            headers: {
                /**
                 * @description Seconds after which it is worth asking again. Only while it is pending.
                 * @example 1
                 */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "operationId": "OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz",
                 *       "state": "pending",
                 *       "steps": [
                 *         {
                 *           "step": "first-system",
                 *           "state": "done"
                 *         },
                 *         {
                 *           "step": "second-system",
                 *           "state": "pending"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Operation"];
            };
        };
    };
    parameters: {
        /** @description The `nextCursor` of the page before. Without it the list starts at its beginning. */
        readonly Cursor: components["schemas"]["Cursor"];
        /**
         * @description The most items a page may have.
         * @example 20
         */
        readonly Limit: number;
        /**
         * @description The product.
         * @example WID-001
         */
        readonly Sku: components["schemas"]["Sku"];
        /**
         * @description Names this change. Send a fresh UUID, and the same one when you repeat the request because its answer got lost.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        readonly IdempotencyKey: string;
        /**
         * @description The order.
         * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
         */
        readonly OrderId: components["schemas"]["OrderId"];
        /**
         * @description From the `Location` of the 202 answer.
         * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
         */
        readonly OperationId: components["schemas"]["OperationId"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listCatalog: {
        readonly parameters: {
            readonly query?: {
                /** @description The `nextCursor` of the page before. Without it the list starts at its beginning. */
                readonly cursor?: components["parameters"]["Cursor"];
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
            /** @description One page of the catalog. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sku": "WID-001",
                     *           "name": "Widget, small",
                     *           "unit": "u",
                     *           "price": {
                     *             "amount": "9.90",
                     *             "currency": "EUR"
                     *           },
                     *           "availability": {
                     *             "state": "in-stock",
                     *             "asOf": "2026-11-23T08:24:42Z"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "cHJvZHVjdHM6V0lELTAwMQ"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CatalogPage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCatalogItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The product.
                 * @example WID-001
                 */
                readonly sku: components["parameters"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The product. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "WID-001",
                     *       "name": "Widget, small",
                     *       "unit": "u",
                     *       "price": {
                     *         "amount": "9.90",
                     *         "currency": "EUR"
                     *       },
                     *       "availability": {
                     *         "state": "in-stock",
                     *         "asOf": "2026-11-23T08:24:42Z"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CatalogItem"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly checkout: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Names this change. Send a fresh UUID, and the same one when you repeat the request because its answer got lost.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "sku": "WID-001",
                 *           "quantity": 3
                 *         }
                 *       ],
                 *       "note": "Please ring at the back door."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Basket"];
            };
        };
        readonly responses: {
            /** @description The order is placed. */
            readonly 201: {
                headers: {
                    /**
                     * @description Where the order is.
                     * @example /experience/storefront/v2/orders/ORD-01JTB3011NF0S3Z3V8M1N868QS
                     */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "number": "1",
                     *       "status": {
                     *         "state": "confirmed",
                     *         "fulfilment": "waiting",
                     *         "billing": "open"
                     *       },
                     *       "receivedAt": "2026-11-23T08:24:42Z",
                     *       "lines": [
                     *         {
                     *           "sku": "WID-001",
                     *           "name": "Widget, small",
                     *           "quantity": 3,
                     *           "unitPrice": {
                     *             "amount": "9.90",
                     *             "currency": "EUR"
                     *           },
                     *           "amount": {
                     *             "amount": "29.70",
                     *             "currency": "EUR"
                     *           },
                     *           "fulfilment": "waiting"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "net": {
                     *           "amount": "29.70",
                     *           "currency": "EUR"
                     *         },
                     *         "tax": {
                     *           "amount": "5.94",
                     *           "currency": "EUR"
                     *         },
                     *         "gross": {
                     *           "amount": "35.64",
                     *           "currency": "EUR"
                     *         }
                     *       },
                     *       "note": "Please ring at the back door."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description The order is not taken. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/product-not-sellable",
                     *       "title": "A product of the order is not for sale",
                     *       "status": 409,
                     *       "detail": "WID-999 is not for sale."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        readonly type: "/problems/customer-not-billable" | "/problems/product-not-sellable" | "/problems/conflict";
                    };
                };
            };
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
            /** @description The order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "number": "1",
                     *       "status": {
                     *         "state": "confirmed",
                     *         "fulfilment": "waiting",
                     *         "billing": "open"
                     *       },
                     *       "receivedAt": "2026-11-23T08:24:42Z",
                     *       "lines": [
                     *         {
                     *           "sku": "WID-001",
                     *           "name": "Widget, small",
                     *           "quantity": 3,
                     *           "unitPrice": {
                     *             "amount": "9.90",
                     *             "currency": "EUR"
                     *           },
                     *           "amount": {
                     *             "amount": "29.70",
                     *             "currency": "EUR"
                     *           },
                     *           "fulfilment": "waiting"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "net": {
                     *           "amount": "29.70",
                     *           "currency": "EUR"
                     *         },
                     *         "tax": {
                     *           "amount": "5.94",
                     *           "currency": "EUR"
                     *         },
                     *         "gross": {
                     *           "amount": "35.64",
                     *           "currency": "EUR"
                     *         }
                     *       },
                     *       "note": "Please ring at the back door."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOperation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description From the `Location` of the 202 answer.
                 * @example OP-7Yk0nqCzqkT1mJm3kq4yYw0bVd8c2_Lz
                 */
                readonly operationId: components["parameters"]["OperationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Operation"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
