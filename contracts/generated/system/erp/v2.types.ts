// Generated from contracts/system/erp/v2.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/parties/{customerId}": {
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
        /**
         * Read a party
         * @description Blocked parties are found too.
         */
        readonly get: operations["getParty"];
        /**
         * Create or replace a party
         * @description The party is afterwards as the body says; an e-mail address or phone number the body leaves out is kept. Blocking and unblocking is up to finance: a blocked party stays blocked.
         */
        readonly put: operations["putParty"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List products
         * @description In the order of their SKUs.
         */
        readonly get: operations["listProducts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/products/{sku}": {
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
        /** Read a product */
        readonly get: operations["getProduct"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/availability": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read how much of some products is in stock
         * @description A SKU the ERP does not know is missing from the answer.
         */
        readonly get: operations["getAvailability"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the orders of a customer
         * @description The latest first.
         */
        readonly get: operations["listOrders"];
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
        /** Read an order */
        readonly get: operations["getOrder"];
        /**
         * Place an order
         * @description Priced, taxed and confirmed by the ERP. Placing the same order again changes nothing and answers the order as it is now.
         */
        readonly put: operations["putOrder"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/orders/{orderId}/cancel": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel an order
         * @description Possible until the ERP has confirmed it. Cancelling a cancelled order changes nothing.
         */
        readonly post: operations["cancelOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/orders/{orderId}/invoices": {
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
         * List the invoices of an order
         * @description All of them, the oldest first; usually one.
         */
        readonly get: operations["listOrderInvoices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/invoices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the invoices of a customer
         * @description The latest first.
         */
        readonly get: operations["listInvoices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/invoices/{invoiceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The invoice.
                 * @example INV-17
                 */
                readonly invoiceId: components["parameters"]["InvoiceId"];
            };
            readonly cookie?: never;
        };
        /** Read an invoice */
        readonly get: operations["getInvoice"];
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
         * @description A customer as finance knows it.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "legalName": "Harbour Lane Interiors GmbH",
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
        readonly Party: {
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The name on invoices. */
            readonly legalName: string;
            /** @description How it is invoiced. */
            readonly billing: {
                readonly state: components["schemas"]["BillingState"];
            };
            /** @description Where invoices go. */
            readonly email?: string;
            /** @description As the ERP has it. */
            readonly phone?: string;
            readonly address?: components["schemas"]["Address"];
        };
        /**
         * @description What sales tells finance about a customer.
         * @example {
         *       "legalName": "Harbour Lane Interiors GmbH",
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
        readonly PartyFields: {
            /** @description The name on invoices. */
            readonly legalName: string;
            /**
             * Format: email
             * @description Where invoices go.
             */
            readonly email?: string;
            /** @description How to reach who pays. */
            readonly phone?: string;
            readonly address: components["schemas"]["Address"];
        };
        /**
         * @description Whether finance takes orders from the customer.
         * @example active
         * @enum {unknown}
         */
        readonly BillingState: "active" | "blocked";
        /**
         * @description Something the company sells, or once did.
         * @example {
         *       "sku": "WID-001",
         *       "name": "Widget, small",
         *       "unit": "u",
         *       "sellable": true,
         *       "listPrice": {
         *         "amount": "9.90",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly Product: {
            readonly sku: components["schemas"]["Sku"];
            /** @description What the product is called. */
            readonly name: string;
            /** @description Symbol of the unit it is counted in. */
            readonly unit: string;
            /** @description Whether it can be ordered. */
            readonly sellable: boolean;
            /** @description Price of one unit without tax. Always there when the product is for sale. */
            readonly listPrice?: components["schemas"]["Money"];
        };
        /**
         * @description One page of products.
         * @example {
         *       "items": [
         *         {
         *           "sku": "WID-001",
         *           "name": "Widget, small",
         *           "unit": "u",
         *           "sellable": true,
         *           "listPrice": {
         *             "amount": "9.90",
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "nextCursor": "cHJvZHVjdHM6V0lELTAwMQ"
         *     }
         */
        readonly ProductPage: {
            readonly items: readonly components["schemas"]["Product"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
        };
        /**
         * @description How much of a product is in stock.
         * @example {
         *       "sku": "WID-001",
         *       "onHand": 120,
         *       "available": 117,
         *       "asOf": "2026-11-23T08:24:42Z"
         *     }
         */
        readonly Availability: {
            readonly sku: components["schemas"]["Sku"];
            /** @description In the warehouse. */
            readonly onHand: number;
            /** @description On hand less what is promised; below zero when too much is promised. */
            readonly available: number;
            /**
             * Format: date-time
             * @description When the ERP was asked.
             */
            readonly asOf: string;
        };
        /**
         * @description The stock of some products.
         * @example {
         *       "items": [
         *         {
         *           "sku": "WID-001",
         *           "onHand": 120,
         *           "available": 117,
         *           "asOf": "2026-11-23T08:24:42Z"
         *         }
         *       ]
         *     }
         */
        readonly AvailabilityList: {
            readonly items: readonly components["schemas"]["Availability"][];
        };
        /**
         * @description An order with its lines.
         * @example {
         *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "number": "1",
         *       "status": {
         *         "state": "confirmed",
         *         "fulfilment": "waiting",
         *         "billing": "open"
         *       },
         *       "receivedAt": "2026-11-23T08:24:42Z",
         *       "placedOn": "2026-11-23",
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
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The ERP's own number, once the order is priced. */
            readonly number?: string;
            readonly status: components["schemas"]["OrderStatus"];
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
            readonly lines: readonly components["schemas"]["OrderLine"][];
            readonly totals: components["schemas"]["Totals"];
            /** @description What the customer wants known. */
            readonly note?: string;
        };
        /**
         * @description An order to be placed. Prices are the ERP's.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "lines": [
         *         {
         *           "sku": "WID-001",
         *           "quantity": 3
         *         }
         *       ],
         *       "note": "Please ring at the back door."
         *     }
         */
        readonly OrderFields: {
            readonly customerId: components["schemas"]["CustomerId"];
            readonly lines: readonly components["schemas"]["OrderedLine"][];
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
        readonly OrderedLine: {
            readonly sku: components["schemas"]["Sku"];
            /** @description How many. */
            readonly quantity: number;
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
         * @description An order without its lines.
         * @example {
         *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "number": "1",
         *       "status": {
         *         "state": "confirmed",
         *         "fulfilment": "waiting",
         *         "billing": "open"
         *       },
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
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The ERP's own number, once the order is priced. */
            readonly number?: string;
            readonly status: components["schemas"]["OrderStatus"];
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
         * @description One page of orders.
         * @example {
         *       "items": [
         *         {
         *           "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *           "number": "1",
         *           "status": {
         *             "state": "confirmed",
         *             "fulfilment": "waiting",
         *             "billing": "open"
         *           },
         *           "receivedAt": "2026-11-23T08:24:42Z",
         *           "placedOn": "2026-11-23",
         *           "total": {
         *             "amount": "35.64",
         *             "currency": "EUR"
         *           }
         *         }
         *       ]
         *     }
         */
        readonly OrderPage: {
            readonly items: readonly components["schemas"]["OrderSummary"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
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
         * @description What a customer owes.
         * @example {
         *       "invoiceId": "INV-17",
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "number": "1",
         *       "status": "open",
         *       "issuedOn": "2026-11-23",
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
         *       "due": {
         *         "amount": "35.64",
         *         "currency": "EUR"
         *       }
         *     }
         */
        readonly Invoice: {
            readonly invoiceId: components["schemas"]["InvoiceId"];
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The number printed on it, once it is issued. */
            readonly number?: string;
            readonly status: components["schemas"]["InvoiceStatus"];
            /**
             * Format: date
             * @description The day it was issued.
             */
            readonly issuedOn?: string;
            /**
             * Format: date
             * @description The day it was paid in full.
             */
            readonly paidOn?: string;
            readonly totals: components["schemas"]["Totals"];
            /** @description What is still to be paid. */
            readonly due: components["schemas"]["Money"];
        };
        /**
         * @description All invoices of an order.
         * @example {
         *       "items": [
         *         {
         *           "invoiceId": "INV-17",
         *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *           "number": "1",
         *           "status": "open",
         *           "issuedOn": "2026-11-23",
         *           "totals": {
         *             "net": {
         *               "amount": "29.70",
         *               "currency": "EUR"
         *             },
         *             "tax": {
         *               "amount": "5.94",
         *               "currency": "EUR"
         *             },
         *             "gross": {
         *               "amount": "35.64",
         *               "currency": "EUR"
         *             }
         *           },
         *           "due": {
         *             "amount": "35.64",
         *             "currency": "EUR"
         *           }
         *         }
         *       ]
         *     }
         */
        readonly InvoiceList: {
            readonly items: readonly components["schemas"]["Invoice"][];
        };
        /**
         * @description One page of invoices.
         * @example {
         *       "items": [
         *         {
         *           "invoiceId": "INV-17",
         *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *           "number": "1",
         *           "status": "open",
         *           "issuedOn": "2026-11-23",
         *           "totals": {
         *             "net": {
         *               "amount": "29.70",
         *               "currency": "EUR"
         *             },
         *             "tax": {
         *               "amount": "5.94",
         *               "currency": "EUR"
         *             },
         *             "gross": {
         *               "amount": "35.64",
         *               "currency": "EUR"
         *             }
         *           },
         *           "due": {
         *             "amount": "35.64",
         *             "currency": "EUR"
         *           }
         *         }
         *       ],
         *       "nextCursor": "aW52b2ljZXM6MTc"
         *     }
         */
        readonly InvoicePage: {
            readonly items: readonly components["schemas"]["Invoice"][];
            readonly nextCursor?: components["schemas"]["Cursor"];
        };
        /**
         * @description How far the invoice is.
         * @example open
         * @enum {unknown}
         */
        readonly InvoiceStatus: "draft" | "open" | "paid" | "cancelled";
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
         * @description Where the next page starts. Opaque; absent on the last page. A cursor that did not come from the same list stands for its end: the answer is an empty last page.
         * @example YWNjb3VudHM6Q1VTLTAxSk5FWE02NVJLUlpCNlJERE5BQjdaQVFI
         */
        readonly Cursor: string;
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
         * @description An invoice. `INV-` and the ERP's record number; not the number printed on the invoice.
         * @example INV-17
         */
        readonly InvoiceId: string;
    };
    responses: {
        /** @description The party. */
        readonly Party: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *       "legalName": "Harbour Lane Interiors GmbH",
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
                readonly "application/json": components["schemas"]["Party"];
            };
        };
        /** @description The order. */
        readonly Order: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                 *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *       "number": "1",
                 *       "status": {
                 *         "state": "confirmed",
                 *         "fulfilment": "waiting",
                 *         "billing": "open"
                 *       },
                 *       "receivedAt": "2026-11-23T08:24:42Z",
                 *       "placedOn": "2026-11-23",
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
        /**
         * @description The operation may be repeated anyway; with a key a repetition gets the very same answer.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        readonly OptionalIdempotencyKey: string;
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
         * @description Only what belongs to this customer.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerIdFilter: components["schemas"]["CustomerId"];
        /**
         * @description The order.
         * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
         */
        readonly OrderId: components["schemas"]["OrderId"];
        /**
         * @description Names this change. Send a fresh UUID, and the same one when you repeat the request because its answer got lost.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        readonly IdempotencyKey: string;
        /**
         * @description The invoice.
         * @example INV-17
         */
        readonly InvoiceId: components["schemas"]["InvoiceId"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getParty: {
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
            readonly 200: components["responses"]["Party"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putParty: {
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
                readonly "application/json": components["schemas"]["PartyFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Party"];
            /** @description The party is new, and can be billed. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "legalName": "Harbour Lane Interiors GmbH",
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
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /** @description The ERP does not take the party, because others keep changing it or a value is not allowed there. */
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
                     *       "detail": "The ERP has no country XK."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        readonly type: "/problems/conflict";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listProducts: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only products that are for sale, or only those that are not.
                 * @example true
                 */
                readonly sellable?: boolean;
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
            /** @description One page of products. */
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
                     *           "sellable": true,
                     *           "listPrice": {
                     *             "amount": "9.90",
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "cHJvZHVjdHM6V0lELTAwMQ"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ProductPage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProduct: {
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
                     *       "sellable": true,
                     *       "listPrice": {
                     *         "amount": "9.90",
                     *         "currency": "EUR"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Product"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getAvailability: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The products, separated by commas.
                 * @example [
                 *       "WID-001",
                 *       "WID-002"
                 *     ]
                 */
                readonly sku: readonly components["schemas"]["Sku"][];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The stock of each product. */
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
                     *           "onHand": 120,
                     *           "available": 117,
                     *           "asOf": "2026-11-23T08:24:42Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AvailabilityList"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listOrders: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Only what belongs to this customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerIdFilter"];
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
            /** @description One page of orders. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *           "number": "1",
                     *           "status": {
                     *             "state": "confirmed",
                     *             "fulfilment": "waiting",
                     *             "billing": "open"
                     *           },
                     *           "receivedAt": "2026-11-23T08:24:42Z",
                     *           "placedOn": "2026-11-23",
                     *           "total": {
                     *             "amount": "35.64",
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderPage"];
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
            readonly 200: components["responses"]["Order"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putOrder: {
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
                 * @description The order.
                 * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
                 */
                readonly orderId: components["parameters"]["OrderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *       "lines": [
                 *         {
                 *           "sku": "WID-001",
                 *           "quantity": 3
                 *         }
                 *       ],
                 *       "note": "Please ring at the back door."
                 *     }
                 */
                readonly "application/json": components["schemas"]["OrderFields"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Order"];
            /** @description The order was placed. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "number": "1",
                     *       "status": {
                     *         "state": "confirmed",
                     *         "fulfilment": "waiting",
                     *         "billing": "open"
                     *       },
                     *       "receivedAt": "2026-11-23T08:24:42Z",
                     *       "placedOn": "2026-11-23",
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
            /** @description The order cannot be taken, or another one has this id. */
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
    readonly cancelOrder: {
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
                 * @description The order.
                 * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
                 */
                readonly orderId: components["parameters"]["OrderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The cancelled order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "status": {
                     *         "state": "cancelled",
                     *         "fulfilment": "none",
                     *         "billing": "none"
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
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            /** @description It is too late. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/order-not-cancellable",
                     *       "title": "The order cannot be cancelled any more",
                     *       "status": 409,
                     *       "detail": "The order is confirmed."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        readonly type: "/problems/order-not-cancellable";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listOrderInvoices: {
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
            /** @description The invoices. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "invoiceId": "INV-17",
                     *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *           "number": "1",
                     *           "status": "open",
                     *           "issuedOn": "2026-11-23",
                     *           "totals": {
                     *             "net": {
                     *               "amount": "29.70",
                     *               "currency": "EUR"
                     *             },
                     *             "tax": {
                     *               "amount": "5.94",
                     *               "currency": "EUR"
                     *             },
                     *             "gross": {
                     *               "amount": "35.64",
                     *               "currency": "EUR"
                     *             }
                     *           },
                     *           "due": {
                     *             "amount": "35.64",
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvoiceList"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listInvoices: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Only what belongs to this customer.
                 * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
                 */
                readonly customerId: components["parameters"]["CustomerIdFilter"];
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
            /** @description One page of invoices. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "invoiceId": "INV-17",
                     *           "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *           "number": "1",
                     *           "status": "open",
                     *           "issuedOn": "2026-11-23",
                     *           "totals": {
                     *             "net": {
                     *               "amount": "29.70",
                     *               "currency": "EUR"
                     *             },
                     *             "tax": {
                     *               "amount": "5.94",
                     *               "currency": "EUR"
                     *             },
                     *             "gross": {
                     *               "amount": "35.64",
                     *               "currency": "EUR"
                     *             }
                     *           },
                     *           "due": {
                     *             "amount": "35.64",
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "aW52b2ljZXM6MTc"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvoicePage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getInvoice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The invoice.
                 * @example INV-17
                 */
                readonly invoiceId: components["parameters"]["InvoiceId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The invoice. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoiceId": "INV-17",
                     *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *       "number": "1",
                     *       "status": "open",
                     *       "issuedOn": "2026-11-23",
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
                     *       "due": {
                     *         "amount": "35.64",
                     *         "currency": "EUR"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Invoice"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
