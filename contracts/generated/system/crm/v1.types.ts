// Generated from contracts/system/crm/v1.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List accounts
         * @description In the order of their ids.
         */
        readonly get: operations["listAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{customerId}": {
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
        /** Read an account */
        readonly get: operations["getAccount"];
        /**
         * Create or replace an account
         * @description The account is afterwards as the body says; what the body leaves out is cleared.
         */
        readonly put: operations["putAccount"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{customerId}/contacts/{contactId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The contact.
                 * @example CON-01JQMQF9XT23CH6CB6MDAB92R5
                 */
                readonly contactId: components["parameters"]["ContactId"];
            };
            readonly cookie?: never;
        };
        /** Read a contact of an account */
        readonly get: operations["getContact"];
        /**
         * Create or replace a contact of an account
         * @description The contact is afterwards as the body says; what the body leaves out is cleared.
         */
        readonly put: operations["putContact"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/leads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List leads
         * @description In the order of their ids.
         */
        readonly get: operations["listLeads"];
        readonly put?: never;
        /** Create a lead */
        readonly post: operations["createLead"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/leads/{leadId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The lead.
                 * @example 00QSB00000000012AA
                 */
                readonly leadId: components["parameters"]["LeadId"];
            };
            readonly cookie?: never;
        };
        /** Read a lead */
        readonly get: operations["getLead"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Move a lead to another stage */
        readonly patch: operations["updateLead"];
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A customer as sales knows it.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
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
        readonly Account: {
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The name on contracts and invoices. */
            readonly legalName: string;
            /** @description The name people use. */
            readonly displayName?: string;
            readonly relationship: components["schemas"]["Relationship"];
            readonly leadId?: components["schemas"]["LeadId"];
            readonly email?: string;
            readonly phone?: string;
            readonly address?: components["schemas"]["Address"];
        };
        /**
         * @description Everything of an account but its id.
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
        readonly AccountFields: {
            /** @description The name on contracts and invoices. */
            readonly legalName: string;
            /** @description The name people use. */
            readonly displayName?: string;
            readonly relationship: components["schemas"]["Relationship"];
            /** @description The lead it came of. No two accounts have one in common. */
            readonly leadId?: components["schemas"]["LeadId"];
            /** Format: email */
            readonly email?: string;
            readonly phone?: string;
            readonly address?: components["schemas"]["Address"];
        };
        /**
         * @description One page of accounts.
         * @example {
         *       "items": [
         *         {
         *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *           "legalName": "Harbour Lane Interiors GmbH",
         *           "displayName": "Harbour Lane",
         *           "relationship": "active",
         *           "email": "office@harbour-lane.example",
         *           "phone": "+49 40 66969 110",
         *           "address": {
         *             "street": "Speicherzeile 14",
         *             "city": "Hamburg",
         *             "postalCode": "20457",
         *             "country": "DE"
         *           }
         *         }
         *       ],
         *       "nextCursor": "YWNjb3VudHM6Q1VTLTAxSk5FWE02NVJLUlpCNlJERE5BQjdaQVFI"
         *     }
         */
        readonly AccountPage: {
            readonly items: readonly components["schemas"]["Account"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
        };
        /**
         * @description How sales sees the customer. It says nothing about billing.
         * @example active
         * @enum {unknown}
         */
        readonly Relationship: "prospect" | "active" | "dormant" | "declined";
        /**
         * @description A person at a customer.
         * @example {
         *       "contactId": "CON-01JQMQF9XT23CH6CB6MDAB92R5",
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "firstName": "Ida",
         *       "lastName": "Brandt",
         *       "email": "ida.brandt@harbour-lane.example",
         *       "phone": "+49 40 66969 112"
         *     }
         */
        readonly Contact: {
            readonly contactId: components["schemas"]["ContactId"];
            readonly customerId: components["schemas"]["CustomerId"];
            readonly firstName?: string;
            readonly lastName: string;
            readonly email?: string;
            readonly phone?: string;
        };
        /**
         * @description Everything of a contact but its ids.
         * @example {
         *       "firstName": "Ida",
         *       "lastName": "Brandt",
         *       "email": "ida.brandt@harbour-lane.example",
         *       "phone": "+49 40 66969 112"
         *     }
         */
        readonly ContactFields: {
            readonly firstName?: string;
            readonly lastName: string;
            /** Format: email */
            readonly email?: string;
            readonly phone?: string;
        };
        /**
         * @description A person sales talks to. Never billed, and unknown to the ERP.
         * @example {
         *       "leadId": "00QSB00000000012AA",
         *       "firstName": "Petra",
         *       "lastName": "Nygaard",
         *       "company": "Nygaard Saunabau",
         *       "email": "petra@nygaard-saunabau.example",
         *       "phone": "+49 221 4710 204",
         *       "stage": "new",
         *       "source": "Web"
         *     }
         */
        readonly Lead: {
            readonly leadId: components["schemas"]["LeadId"];
            readonly firstName?: string;
            readonly lastName: string;
            readonly company: string;
            readonly email?: string;
            readonly phone?: string;
            readonly stage: components["schemas"]["LeadStage"];
            /** @description Where sales met the lead. */
            readonly source?: string;
            readonly customerId?: components["schemas"]["CustomerId"];
        };
        /**
         * @description What is known of a new lead.
         * @example {
         *       "firstName": "Petra",
         *       "lastName": "Nygaard",
         *       "company": "Nygaard Saunabau",
         *       "email": "petra@nygaard-saunabau.example",
         *       "phone": "+49 221 4710 204",
         *       "source": "Web"
         *     }
         */
        readonly NewLead: {
            readonly firstName?: string;
            readonly lastName: string;
            readonly company: string;
            /** Format: email */
            readonly email?: string;
            readonly phone?: string;
            /** @description Where sales met the lead. */
            readonly source?: string;
        };
        /**
         * @description What changes of a lead.
         * @example {
         *       "stage": "qualified",
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *     }
         */
        readonly LeadChange: {
            readonly stage?: components["schemas"]["LeadStage"];
            readonly customerId?: components["schemas"]["CustomerId"];
        };
        /**
         * @description One page of leads.
         * @example {
         *       "items": [
         *         {
         *           "leadId": "00QSB00000000012AA",
         *           "firstName": "Petra",
         *           "lastName": "Nygaard",
         *           "company": "Nygaard Saunabau",
         *           "email": "petra@nygaard-saunabau.example",
         *           "phone": "+49 221 4710 204",
         *           "stage": "new",
         *           "source": "Web"
         *         }
         *       ]
         *     }
         */
        readonly LeadPage: {
            readonly items: readonly components["schemas"]["Lead"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
        };
        /**
         * @description How far sales is with the lead.
         * @example new
         * @enum {unknown}
         */
        readonly LeadStage: "new" | "working" | "qualified" | "unqualified";
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
         * @description A lead. The CRM's own record id, because leads exist nowhere else.
         * @example 00QSB00000000012AA
         */
        readonly LeadId: string;
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
         * @description A person at a customer. `CON-` and a ULID.
         * @example CON-01JQMQF9XT23CH6CB6MDAB92R5
         */
        readonly ContactId: string;
    };
    responses: {
        /** @description The account. */
        readonly Account: {
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
                readonly "application/json": components["schemas"]["Account"];
            };
        };
        /** @description The contact. */
        readonly Contact: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "contactId": "CON-01JQMQF9XT23CH6CB6MDAB92R5",
                 *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *       "firstName": "Ida",
                 *       "lastName": "Brandt",
                 *       "email": "ida.brandt@harbour-lane.example",
                 *       "phone": "+49 40 66969 112"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Contact"];
            };
        };
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
        /** @description The `nextCursor` of the page before. Without it the list starts at its beginning. */
        readonly Cursor: components["schemas"]["Cursor"];
        /**
         * @description The most items a page may have.
         * @example 20
         */
        readonly Limit: number;
        /**
         * @description The customer.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: components["schemas"]["CustomerId"];
        /**
         * @description The operation may be repeated anyway; with a key a repetition gets the very same answer.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        readonly OptionalIdempotencyKey: string;
        /**
         * @description The contact.
         * @example CON-01JQMQF9XT23CH6CB6MDAB92R5
         */
        readonly ContactId: components["schemas"]["ContactId"];
        /**
         * @description Names this change. Send a fresh UUID, and the same one when you repeat the request because its answer got lost.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        readonly IdempotencyKey: string;
        /**
         * @description The lead.
         * @example 00QSB00000000012AA
         */
        readonly LeadId: components["schemas"]["LeadId"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description Where the new resource is.
         * @example /system/crm/v1/leads/00QSB00000000012AA
         */
        readonly Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listAccounts: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only accounts with this relationship.
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
            /** @description One page of accounts. */
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
                     *           "relationship": "active",
                     *           "email": "office@harbour-lane.example",
                     *           "phone": "+49 40 66969 110",
                     *           "address": {
                     *             "street": "Speicherzeile 14",
                     *             "city": "Hamburg",
                     *             "postalCode": "20457",
                     *             "country": "DE"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "YWNjb3VudHM6Q1VTLTAxSk5FWE02NVJLUlpCNlJERE5BQjdaQVFI"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccountPage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getAccount: {
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
            readonly 200: components["responses"]["Account"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The operation may be repeated anyway; with a key a repetition gets the very same answer.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                readonly "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
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
                readonly "application/json": components["schemas"]["AccountFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Account"];
            /** @description The account is new. */
            readonly 201: {
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
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Another account came of the same lead. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/conflict",
                     *       "title": "It contradicts the state of the resource",
                     *       "status": 409,
                     *       "detail": "The lead 00QSB00000000012AA became another customer."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        readonly type: "/problems/conflict";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The contact.
                 * @example CON-01JQMQF9XT23CH6CB6MDAB92R5
                 */
                readonly contactId: components["parameters"]["ContactId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Contact"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The operation may be repeated anyway; with a key a repetition gets the very same answer.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                readonly "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The contact.
                 * @example CON-01JQMQF9XT23CH6CB6MDAB92R5
                 */
                readonly contactId: components["parameters"]["ContactId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "firstName": "Ida",
                 *       "lastName": "Brandt",
                 *       "email": "ida.brandt@harbour-lane.example",
                 *       "phone": "+49 40 66969 112"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ContactFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Contact"];
            /** @description The contact is new. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactId": "CON-01JQMQF9XT23CH6CB6MDAB92R5",
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "firstName": "Ida",
                     *       "lastName": "Brandt",
                     *       "email": "ida.brandt@harbour-lane.example",
                     *       "phone": "+49 40 66969 112"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Contact"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listLeads: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only leads in this stage.
                 * @example new
                 */
                readonly stage?: components["schemas"]["LeadStage"];
                /**
                 * @description Only leads that became this customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId?: components["schemas"]["CustomerId"];
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
            /** @description One page of leads. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "leadId": "00QSB00000000012AA",
                     *           "firstName": "Petra",
                     *           "lastName": "Nygaard",
                     *           "company": "Nygaard Saunabau",
                     *           "email": "petra@nygaard-saunabau.example",
                     *           "phone": "+49 221 4710 204",
                     *           "stage": "new",
                     *           "source": "Web"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LeadPage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createLead: {
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
                 *       "firstName": "Petra",
                 *       "lastName": "Nygaard",
                 *       "company": "Nygaard Saunabau",
                 *       "email": "petra@nygaard-saunabau.example",
                 *       "phone": "+49 221 4710 204",
                 *       "source": "Web"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewLead"];
            };
        };
        readonly responses: {
            /** @description The lead. In stage `new`, unless sales went on with it before the request was repeated. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leadId": "00QSB00000000012AA",
                     *       "firstName": "Petra",
                     *       "lastName": "Nygaard",
                     *       "company": "Nygaard Saunabau",
                     *       "email": "petra@nygaard-saunabau.example",
                     *       "phone": "+49 221 4710 204",
                     *       "stage": "new",
                     *       "source": "Web"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Lead"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getLead: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The lead.
                 * @example 00QSB00000000012AA
                 */
                readonly leadId: components["parameters"]["LeadId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The lead. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leadId": "00QSB00000000012AA",
                     *       "firstName": "Petra",
                     *       "lastName": "Nygaard",
                     *       "company": "Nygaard Saunabau",
                     *       "email": "petra@nygaard-saunabau.example",
                     *       "phone": "+49 221 4710 204",
                     *       "stage": "new",
                     *       "source": "Web"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Lead"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly updateLead: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Names this change. Send a fresh UUID, and the same one when you repeat the request because its answer got lost.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The lead.
                 * @example 00QSB00000000012AA
                 */
                readonly leadId: components["parameters"]["LeadId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "stage": "qualified",
                 *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LeadChange"];
            };
        };
        readonly responses: {
            /** @description The lead was changed. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
