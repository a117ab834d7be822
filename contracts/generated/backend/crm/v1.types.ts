// Generated from contracts/backend/crm/v1.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/sobjects/Account/External_Id__c/{customerId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Value of `External_Id__c`.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
            };
            readonly cookie?: never;
        };
        /** Read an account by its external id */
        readonly get: operations["getAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Create or update an account by its external id
         * @description The unique external id makes this safe to repeat. It must not be in the body.
         */
        readonly patch: operations["upsertAccount"];
        readonly trace?: never;
    };
    readonly "/sobjects/Contact/External_Id__c/{contactId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Create or update a contact by its external id
         * @description The account is named by its own external id, so that no record id has to be looked up first.
         */
        readonly patch: operations["upsertContact"];
        readonly trace?: never;
    };
    readonly "/sobjects/Lead/External_Id__c/{externalId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Create a lead under an external id, or set its fields
         * @description The unique external id makes this safe to repeat. It must not be in the body.
         */
        readonly patch: operations["upsertLead"];
        readonly trace?: never;
    };
    readonly "/sobjects/Lead/{leadId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The record id.
                 * @example 00QSB00000000012AA
                 */
                readonly leadId: string;
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
        /** Change fields of a lead */
        readonly patch: operations["updateLead"];
        readonly trace?: never;
    };
    readonly "/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Search with SOQL */
        readonly get: operations["query"];
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
         * @description A company sales knows.
         * @example {
         *       "attributes": {
         *         "type": "Account",
         *         "url": "/services/data/v68.0/sobjects/Account/001SB0000000001YAA"
         *       },
         *       "Id": "001SB0000000001YAA",
         *       "External_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "Name": "Harbour Lane Interiors GmbH",
         *       "Display_Name__c": "Harbour Lane",
         *       "Relationship__c": "Active",
         *       "Lead_Id__c": null,
         *       "Email__c": "office@harbour-lane.example",
         *       "Phone": "+49 40 66969 110",
         *       "BillingStreet": "Speicherzeile 14",
         *       "BillingCity": "Hamburg",
         *       "BillingPostalCode": "20457",
         *       "BillingCountryCode": "DE"
         *     }
         */
        readonly Account: {
            readonly attributes: {
                /** @constant */
                readonly type: "Account";
            };
            /** @description The customer id. */
            readonly External_Id__c: string;
            /** @description The legal name. */
            readonly Name: string;
            readonly Display_Name__c: string | null;
            readonly Relationship__c: components["schemas"]["Relationship"];
            /** @description The lead it came of. No two accounts have one in common. */
            readonly Lead_Id__c: string | null;
            readonly Email__c: string | null;
            readonly Phone: string | null;
            readonly BillingStreet: string | null;
            readonly BillingCity: string | null;
            readonly BillingPostalCode: string | null;
            readonly BillingCountryCode: string | null;
        };
        /**
         * @description All fields of an account that Strata owns; null clears one.
         * @example {
         *       "Name": "Harbour Lane Interiors GmbH",
         *       "Display_Name__c": "Harbour Lane",
         *       "Relationship__c": "Active",
         *       "Lead_Id__c": "00QSB00000000012AA",
         *       "Email__c": "office@harbour-lane.example",
         *       "Phone": "+49 40 66969 110",
         *       "BillingStreet": "Speicherzeile 14",
         *       "BillingCity": "Hamburg",
         *       "BillingPostalCode": "20457",
         *       "BillingCountryCode": "DE"
         *     }
         */
        readonly AccountFields: {
            readonly Name: string;
            readonly Display_Name__c: string | null;
            readonly Relationship__c: components["schemas"]["Relationship"];
            readonly Lead_Id__c: string | null;
            readonly Email__c: string | null;
            readonly Phone: string | null;
            readonly BillingStreet: string | null;
            readonly BillingCity: string | null;
            readonly BillingPostalCode: string | null;
            readonly BillingCountryCode: string | null;
        };
        /**
         * @description How sales sees the company. A picklist; each value has a meaning in Strata.
         * @example Active
         * @enum {unknown}
         */
        readonly Relationship: "Prospect" | "Active" | "Dormant" | "Declined";
        /**
         * @description A person at an account, as `query` answers it.
         * @example {
         *       "attributes": {
         *         "type": "Contact",
         *         "url": "/services/data/v68.0/sobjects/Contact/003SB0000000001YAA"
         *       },
         *       "External_Id__c": "CON-01JQMQF9XT23CH6CB6MDAB92R5",
         *       "FirstName": "Ida",
         *       "LastName": "Brandt",
         *       "Email": "ida.brandt@harbour-lane.example",
         *       "Phone": "+49 40 66969 112",
         *       "Account": {
         *         "External_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *       }
         *     }
         */
        readonly Contact: {
            readonly attributes: {
                /** @constant */
                readonly type: "Contact";
            };
            readonly External_Id__c: string;
            readonly FirstName: string | null;
            readonly LastName: string;
            readonly Email: string | null;
            readonly Phone: string | null;
            readonly Account: {
                readonly External_Id__c: string | null;
            } | null;
        };
        /**
         * @description All fields of a contact that Strata owns; null clears one.
         * @example {
         *       "Account": {
         *         "External_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *       },
         *       "FirstName": "Ida",
         *       "LastName": "Brandt",
         *       "Email": "ida.brandt@harbour-lane.example",
         *       "Phone": "+49 40 66969 112"
         *     }
         */
        readonly ContactFields: {
            /** @description The account, by its external id. */
            readonly Account: {
                readonly External_Id__c: string;
            };
            readonly FirstName: string | null;
            readonly LastName: string;
            readonly Email: string | null;
            readonly Phone: string | null;
        };
        /**
         * @description A person sales talks to, before there is a customer.
         * @example {
         *       "attributes": {
         *         "type": "Lead",
         *         "url": "/services/data/v68.0/sobjects/Lead/00QSB00000000012AA"
         *       },
         *       "Id": "00QSB00000000012AA",
         *       "FirstName": "Petra",
         *       "LastName": "Nygaard",
         *       "Company": "Nygaard Saunabau",
         *       "Email": "petra@nygaard-saunabau.example",
         *       "Phone": "+49 221 4710 204",
         *       "Status": "Open - Not Contacted",
         *       "LeadSource": "Web",
         *       "Customer_Id__c": null
         *     }
         */
        readonly Lead: {
            readonly attributes: {
                /** @constant */
                readonly type: "Lead";
            };
            readonly Id: string;
            readonly FirstName: string | null;
            readonly LastName: string;
            readonly Company: string;
            readonly Email: string | null;
            readonly Phone: string | null;
            readonly Status: components["schemas"]["LeadStatus"];
            readonly LeadSource: string | null;
            /** @description The customer the lead became. */
            readonly Customer_Id__c: string | null;
        };
        /**
         * @description What a new lead is made of.
         * @example {
         *       "FirstName": "Petra",
         *       "LastName": "Nygaard",
         *       "Company": "Nygaard Saunabau",
         *       "Email": "petra@nygaard-saunabau.example",
         *       "Phone": "+49 221 4710 204",
         *       "Status": "Open - Not Contacted",
         *       "LeadSource": "Web"
         *     }
         */
        readonly LeadFields: {
            readonly FirstName?: string;
            readonly LastName: string;
            readonly Company: string;
            readonly Email?: string;
            readonly Phone?: string;
            readonly Status: components["schemas"]["LeadStatus"];
            readonly LeadSource?: string;
        };
        /**
         * @description What Strata changes of a lead.
         * @example {
         *       "Status": "Closed - Converted",
         *       "Customer_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *     }
         */
        readonly LeadChange: {
            readonly Status?: components["schemas"]["LeadStatus"];
            readonly Customer_Id__c?: string;
        };
        /**
         * @description A picklist; each value has a meaning in Strata.
         * @example Working - Contacted
         * @enum {unknown}
         */
        readonly LeadStatus: "Open - Not Contacted" | "Working - Contacted" | "Closed - Converted" | "Closed - Not Converted";
        /**
         * @description One page of records; a record holds the fields that were selected.
         * @example {
         *       "totalSize": 1,
         *       "done": true,
         *       "records": [
         *         {
         *           "attributes": {
         *             "type": "Lead",
         *             "url": "/services/data/v68.0/sobjects/Lead/00QSB00000000012AA"
         *           },
         *           "Id": "00QSB00000000012AA",
         *           "FirstName": "Petra",
         *           "LastName": "Nygaard",
         *           "Company": "Nygaard Saunabau",
         *           "Email": "petra@nygaard-saunabau.example",
         *           "Phone": "+49 221 4710 204",
         *           "Status": "Open - Not Contacted",
         *           "LeadSource": "Web",
         *           "Customer_Id__c": null
         *         }
         *       ]
         *     }
         */
        readonly QueryResult: {
            readonly totalSize: number;
            /** @description False when there are more pages. */
            readonly done: boolean;
            readonly records: readonly (components["schemas"]["Account"] | components["schemas"]["Contact"] | components["schemas"]["Lead"])[];
        };
        /**
         * @description What became of a write.
         * @example {
         *       "id": "001SB0000000001YAA",
         *       "success": true,
         *       "errors": [],
         *       "created": true
         *     }
         */
        readonly SaveResult: {
            /** @description The record id. */
            readonly id: string;
            /** @constant */
            readonly success: true;
        };
        /**
         * @description Why a request was refused. Messages are for people and never passed on.
         * @example [
         *       {
         *         "message": "Email__c: invalid email address: nope",
         *         "errorCode": "INVALID_EMAIL_ADDRESS",
         *         "fields": [
         *           "Email__c"
         *         ]
         *       }
         *     ]
         */
        readonly Errors: readonly {
            readonly message: string;
            /** @description As `DUPLICATE_VALUE`, `REQUIRED_FIELD_MISSING`. */
            readonly errorCode: string;
            readonly fields?: readonly string[];
        }[];
    };
    responses: {
        /** @description The record was created. */
        readonly Created: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "001SB0000000001YAA",
                 *       "success": true,
                 *       "errors": [],
                 *       "created": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["SaveResult"];
            };
        };
        /** @description The record was updated. */
        readonly Updated: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "001SB0000000001YAA",
                 *       "success": true,
                 *       "errors": [],
                 *       "created": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["SaveResult"];
            };
        };
        /** @description The record was updated; there is no body. */
        readonly UpdatedSilently: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no such record. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "message": "The requested resource does not exist",
                 *         "errorCode": "NOT_FOUND"
                 *       }
                 *     ]
                 */
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The request was refused or failed; `errorCode` says why. */
        readonly Errors: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "message": "Email__c: invalid email address: nope",
                 *         "errorCode": "INVALID_EMAIL_ADDRESS",
                 *         "fields": [
                 *           "Email__c"
                 *         ]
                 *       }
                 *     ]
                 */
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
    };
    parameters: {
        /**
         * @description Value of `External_Id__c`.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Value of `External_Id__c`.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attributes": {
                     *         "type": "Account",
                     *         "url": "/services/data/v68.0/sobjects/Account/001SB0000000001YAA"
                     *       },
                     *       "Id": "001SB0000000001YAA",
                     *       "External_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "Name": "Harbour Lane Interiors GmbH",
                     *       "Display_Name__c": "Harbour Lane",
                     *       "Relationship__c": "Active",
                     *       "Lead_Id__c": null,
                     *       "Email__c": "office@harbour-lane.example",
                     *       "Phone": "+49 40 66969 110",
                     *       "BillingStreet": "Speicherzeile 14",
                     *       "BillingCity": "Hamburg",
                     *       "BillingPostalCode": "20457",
                     *       "BillingCountryCode": "DE"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Errors"];
        };
    };
    readonly upsertAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Value of `External_Id__c`.
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
                 *       "Name": "Harbour Lane Interiors GmbH",
                 *       "Display_Name__c": "Harbour Lane",
                 *       "Relationship__c": "Active",
                 *       "Lead_Id__c": "00QSB00000000012AA",
                 *       "Email__c": "office@harbour-lane.example",
                 *       "Phone": "+49 40 66969 110",
                 *       "BillingStreet": "Speicherzeile 14",
                 *       "BillingCity": "Hamburg",
                 *       "BillingPostalCode": "20457",
                 *       "BillingCountryCode": "DE"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Updated"];
            readonly 201: components["responses"]["Created"];
            readonly 204: components["responses"]["UpdatedSilently"];
            /** @description Another account came of the same lead. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "message": "duplicate value found: Lead_Id__c duplicates value on record with id: 001SB0000000001",
                     *         "errorCode": "DUPLICATE_VALUE"
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly {
                        readonly message: string;
                        /** @constant */
                        readonly errorCode: "DUPLICATE_VALUE";
                    }[];
                };
            };
            readonly default: components["responses"]["Errors"];
        };
    };
    readonly upsertContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Value of `External_Id__c`.
                 * @example CON-01JQMQF9XT23CH6CB6MDAB92R5
                 */
                readonly contactId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "Account": {
                 *         "External_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                 *       },
                 *       "FirstName": "Ida",
                 *       "LastName": "Brandt",
                 *       "Email": "ida.brandt@harbour-lane.example",
                 *       "Phone": "+49 40 66969 112"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ContactFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Updated"];
            readonly 201: components["responses"]["Created"];
            readonly 204: components["responses"]["UpdatedSilently"];
            /** @description The contact is not taken; also when there is no such account. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "message": "Foreign key external ID: CUS-1 not found for field External_Id__c in entity Account",
                     *         "errorCode": "INVALID_FIELD"
                     *       }
                     *     ]
                     */
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly default: components["responses"]["Errors"];
        };
    };
    readonly upsertLead: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Value of `External_Id__c`.
                 * @example LEA-01JS0W5G3E8ZV4M2T7Q9B6XKCD
                 */
                readonly externalId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "FirstName": "Petra",
                 *       "LastName": "Nygaard",
                 *       "Company": "Nygaard Saunabau",
                 *       "Email": "petra@nygaard-saunabau.example",
                 *       "Phone": "+49 221 4710 204",
                 *       "Status": "Open - Not Contacted",
                 *       "LeadSource": "Web"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LeadFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Updated"];
            readonly 201: components["responses"]["Created"];
            readonly 204: components["responses"]["UpdatedSilently"];
            readonly default: components["responses"]["Errors"];
        };
    };
    readonly getLead: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The record id.
                 * @example 00QSB00000000012AA
                 */
                readonly leadId: string;
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
                     *       "attributes": {
                     *         "type": "Lead",
                     *         "url": "/services/data/v68.0/sobjects/Lead/00QSB00000000012AA"
                     *       },
                     *       "Id": "00QSB00000000012AA",
                     *       "FirstName": "Petra",
                     *       "LastName": "Nygaard",
                     *       "Company": "Nygaard Saunabau",
                     *       "Email": "petra@nygaard-saunabau.example",
                     *       "Phone": "+49 221 4710 204",
                     *       "Status": "Open - Not Contacted",
                     *       "LeadSource": "Web",
                     *       "Customer_Id__c": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Lead"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Errors"];
        };
    };
    readonly updateLead: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The record id.
                 * @example 00QSB00000000012AA
                 */
                readonly leadId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "Status": "Closed - Converted",
                 *       "Customer_Id__c": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LeadChange"];
            };
        };
        readonly responses: {
            readonly 204: components["responses"]["UpdatedSilently"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Errors"];
        };
    };
    readonly query: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description A SOQL statement. Values in it are escaped by the caller.
                 * @example SELECT Id, FirstName, LastName, Company, Email, Phone, Status, LeadSource, Customer_Id__c FROM Lead WHERE Status = 'Open - Not Contacted' ORDER BY Id LIMIT 21
                 */
                readonly q: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The first page of what was found. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "totalSize": 1,
                     *       "done": true,
                     *       "records": [
                     *         {
                     *           "attributes": {
                     *             "type": "Lead",
                     *             "url": "/services/data/v68.0/sobjects/Lead/00QSB00000000012AA"
                     *           },
                     *           "Id": "00QSB00000000012AA",
                     *           "FirstName": "Petra",
                     *           "LastName": "Nygaard",
                     *           "Company": "Nygaard Saunabau",
                     *           "Email": "petra@nygaard-saunabau.example",
                     *           "Phone": "+49 221 4710 204",
                     *           "Status": "Open - Not Contacted",
                     *           "LeadSource": "Web",
                     *           "Customer_Id__c": null
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["QueryResult"];
                };
            };
            readonly default: components["responses"]["Errors"];
        };
    };
}
