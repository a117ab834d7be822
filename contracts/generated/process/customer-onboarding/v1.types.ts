// Generated from contracts/process/customer-onboarding/v1.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/customers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List customers
         * @description In the order of their ids. Whether one can be billed, `getCustomer` tells.
         */
        readonly get: operations["listCustomers"];
        readonly put?: never;
        /** Onboard a customer */
        readonly post: operations["onboardCustomer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/customers/{customerId}": {
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
        /** Read a customer */
        readonly get: operations["getCustomer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/customers/{customerId}/onboarding": {
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
        /** See how far the onboarding of a customer got */
        readonly get: operations["getOnboarding"];
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
        /** See what became of an onboarding that goes on */
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
         * @description A company that is to be sold to and invoiced.
         * @example {
         *       "legalName": "Harbour Lane Interiors GmbH",
         *       "displayName": "Harbour Lane",
         *       "email": "office@harbour-lane.example",
         *       "phone": "+49 40 66969 110",
         *       "address": {
         *         "street": "Speicherzeile 14",
         *         "city": "Hamburg",
         *         "postalCode": "20457",
         *         "country": "DE"
         *       },
         *       "contact": {
         *         "firstName": "Ida",
         *         "lastName": "Brandt",
         *         "email": "ida.brandt@harbour-lane.example",
         *         "phone": "+49 40 66969 112"
         *       },
         *       "leadId": "00QSB00000000012AA"
         *     }
         */
        readonly NewCustomer: {
            /** @description The name on contracts and invoices. */
            readonly legalName: string;
            /** @description The name people use. */
            readonly displayName?: string;
            /**
             * Format: email
             * @description Where invoices go.
             */
            readonly email: string;
            readonly phone?: string;
            readonly address: components["schemas"]["Address"];
            readonly contact?: components["schemas"]["ContactDetails"];
            /** @description The lead the company was until now. It is marked as qualified. */
            readonly leadId?: components["schemas"]["LeadId"];
        };
        /**
         * @description The person to talk to.
         * @example {
         *       "firstName": "Ida",
         *       "lastName": "Brandt",
         *       "email": "ida.brandt@harbour-lane.example",
         *       "phone": "+49 40 66969 112"
         *     }
         */
        readonly ContactDetails: {
            readonly firstName?: string;
            readonly lastName: string;
            /** Format: email */
            readonly email?: string;
            readonly phone?: string;
        };
        /**
         * @description The new customer in both of its roles.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "relationship": "active",
         *       "billing": {
         *         "state": "active"
         *       }
         *     }
         */
        readonly OnboardedCustomer: {
            readonly customerId: components["schemas"]["CustomerId"];
            readonly relationship: components["schemas"]["Relationship"];
            readonly billing: components["schemas"]["Billing"];
        };
        /**
         * @description A customer in both of its roles.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "legalName": "Harbour Lane Interiors GmbH",
         *       "displayName": "Harbour Lane",
         *       "relationship": "active",
         *       "billing": {
         *         "state": "active"
         *       },
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
        readonly Customer: {
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The name on contracts and invoices. */
            readonly legalName: string;
            /** @description The name people use. */
            readonly displayName?: string;
            readonly relationship: components["schemas"]["Relationship"];
            readonly billing: components["schemas"]["Billing"];
            readonly email?: string;
            readonly phone?: string;
            readonly address?: components["schemas"]["Address"];
        };
        /**
         * @description A customer as lists show it.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "legalName": "Harbour Lane Interiors GmbH",
         *       "displayName": "Harbour Lane",
         *       "relationship": "active"
         *     }
         */
        readonly CustomerSummary: {
            readonly customerId: components["schemas"]["CustomerId"];
            readonly legalName: string;
            readonly displayName?: string;
            readonly relationship: components["schemas"]["Relationship"];
        };
        /**
         * @description One page of customers.
         * @example {
         *       "items": [
         *         {
         *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *           "legalName": "Harbour Lane Interiors GmbH",
         *           "displayName": "Harbour Lane",
         *           "relationship": "active"
         *         }
         *       ],
         *       "nextCursor": "YWNjb3VudHM6Q1VTLTAxSk5FWE02NVJLUlpCNlJERE5BQjdaQVFI"
         *     }
         */
        readonly CustomerPage: {
            readonly items: readonly components["schemas"]["CustomerSummary"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
        };
        /**
         * @description How sales sees the customer. It says nothing about billing.
         * @example active
         * @enum {unknown}
         */
        readonly Relationship: "prospect" | "active" | "dormant" | "declined";
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
         * @description How far an onboarding got.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "steps": [
         *         {
         *           "step": "crm-account",
         *           "state": "done"
         *         },
         *         {
         *           "step": "erp-party",
         *           "state": "pending"
         *         },
         *         {
         *           "step": "lead-marked",
         *           "state": "not-needed"
         *         }
         *       ]
         *     }
         */
        readonly Onboarding: {
            readonly customerId: components["schemas"]["CustomerId"];
            readonly steps: readonly components["schemas"]["OnboardingStep"][];
        };
        /**
         * @description One step and where it stands.
         * @example {
         *       "step": "crm-account",
         *       "state": "done"
         *     }
         */
        readonly OnboardingStep: {
            /**
             * @description What the step does.
             * @enum {unknown}
             */
            readonly step: "crm-account" | "erp-party" | "lead-marked";
            /**
             * @description Where the step stands, as CRM and ERP show it now.
             * @enum {unknown}
             */
            readonly state: "done" | "pending" | "not-needed";
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
         * @description A customer in every system. `CUS-` and a ULID, minted when the customer is onboarded.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: string;
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
         * @description A lead. The CRM's own record id, because leads exist nowhere else.
         * @example 00QSB00000000012AA
         */
        readonly LeadId: string;
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
         * @description Names this change. Send a fresh UUID, and the same one when you repeat the request because its answer got lost.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        readonly IdempotencyKey: string;
        /**
         * @description The customer.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: components["schemas"]["CustomerId"];
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
    readonly listCustomers: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only customers with this relationship.
                 * @example active
                 */
                readonly relationship?: components["schemas"]["Relationship"];
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
            /** @description One page of customers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *           "legalName": "Harbour Lane Interiors GmbH",
                     *           "displayName": "Harbour Lane",
                     *           "relationship": "active"
                     *         }
                     *       ],
                     *       "nextCursor": "YWNjb3VudHM6Q1VTLTAxSk5FWE02NVJLUlpCNlJERE5BQjdaQVFI"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CustomerPage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly onboardCustomer: {
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
                 *       "legalName": "Harbour Lane Interiors GmbH",
                 *       "displayName": "Harbour Lane",
                 *       "email": "office@harbour-lane.example",
                 *       "phone": "+49 40 66969 110",
                 *       "address": {
                 *         "street": "Speicherzeile 14",
                 *         "city": "Hamburg",
                 *         "postalCode": "20457",
                 *         "country": "DE"
                 *       },
                 *       "contact": {
                 *         "firstName": "Ida",
                 *         "lastName": "Brandt",
                 *         "email": "ida.brandt@harbour-lane.example",
                 *         "phone": "+49 40 66969 112"
                 *       },
                 *       "leadId": "00QSB00000000012AA"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewCustomer"];
            };
        };
        readonly responses: {
            /** @description The customer can order. */
            readonly 201: {
                headers: {
                    /**
                     * @description Where the customer is.
                     * @example /process/customer-onboarding/v1/customers/CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                     */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "relationship": "active",
                     *       "billing": {
                     *         "state": "active"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OnboardedCustomer"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description The lead is not open, or the ERP does not take the party. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/lead-not-open",
                     *       "title": "The lead is not open",
                     *       "status": 409,
                     *       "detail": "The lead 00QSB00000000012AA became another customer."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        readonly type: "/problems/lead-not-open" | "/problems/conflict";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomer: {
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
        readonly requestBody?: never;
        readonly responses: {
            /** @description The customer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "legalName": "Harbour Lane Interiors GmbH",
                     *       "displayName": "Harbour Lane",
                     *       "relationship": "active",
                     *       "billing": {
                     *         "state": "active"
                     *       },
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
                    readonly "application/json": components["schemas"]["Customer"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOnboarding: {
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
        readonly requestBody?: never;
        readonly responses: {
            /** @description The steps, in their order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "steps": [
                     *         {
                     *           "step": "crm-account",
                     *           "state": "done"
                     *         },
                     *         {
                     *           "step": "erp-party",
                     *           "state": "pending"
                     *         },
                     *         {
                     *           "step": "lead-marked",
                     *           "state": "not-needed"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Onboarding"];
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
