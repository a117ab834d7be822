// Generated from contracts/backend/erp/v1.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/model.company.company.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find companies */
        readonly post: operations["findCompanies"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.country.country.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find countries */
        readonly post: operations["findCountries"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.party.party.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Find parties
         * @description Inactive parties are hidden unless the domain mentions `active`.
         */
        readonly post: operations["findParties"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.party.party.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create parties
         * @description `code` is unique in the database, inactive parties included, so a repetition is refused.
         */
        readonly post: operations["createParties"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.party.party.write": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change parties
         * @description With the `_timestamp` of the party in the context a change made meanwhile is not overwritten.
         */
        readonly post: operations["writeParties"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.product.product.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Find products
         * @description Quantities count what is in the `locations` of the context until `stock_date_end`; without locations they are 0.
         */
        readonly post: operations["findProducts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.stock.location.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find stock locations */
        readonly post: operations["findLocations"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Find sales
         * @description Refused with a UserError when a sale is deleted between its search and its read; then ask again.
         */
        readonly post: operations["findSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.search_read/headers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Find sales, without their lines
         * @description The same RPC method as `findSales`, asked for less: what follows the method in a path names a variant. Refused with a UserError when a sale is deleted between its search and its read; then ask again.
         */
        readonly post: operations["findSaleHeaders"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.on_change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask which addresses and terms a sale to a party has
         * @description Nothing is stored. `create` does not do this by itself.
         */
        readonly post: operations["onChangeSale"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.line.on_change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for the price and taxes of a line
         * @description Nothing is stored. `create` does not do this by itself, without it a sale has no taxes.
         */
        readonly post: operations["onChangeSaleLine"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create sales as drafts
         * @description `reference` is not unique: a repetition makes a second sale. Look one up by reference first.
         */
        readonly post: operations["createSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.delete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Delete drafts and cancelled sales */
        readonly post: operations["deleteSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.quote": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Button: draft to quotation */
        readonly post: operations["quoteSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Button: quotation to confirmed, which makes invoice and shipment
         * @description Never at the same time from two callers, it would make two invoices. Read the state before a repetition.
         */
        readonly post: operations["confirmSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.process": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Button: bring invoices and shipments in line with the sale
         * @description On a sale with a surplus invoice it adds the credit.
         */
        readonly post: operations["processSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.sale.sale.cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Button: draft or quotation to cancelled */
        readonly post: operations["cancelSales"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/model.account.invoice.search_read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find invoices */
        readonly post: operations["findInvoices"];
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
         * @description A filter; all clauses must hold.
         * @example [
         *       [
         *         "code",
         *         "=",
         *         "WID-001"
         *       ]
         *     ]
         */
        readonly Domain: readonly components["schemas"]["Clause"][];
        /**
         * @description Field, operator, value. Fields may be dotted: `party.code`.
         * @example [
         *       "code",
         *       "=",
         *       "WID-001"
         *     ]
         */
        readonly Clause: readonly [
            string,
            "=" | "!=" | "<" | ">" | "in" | "like",
            (string | number | boolean | null) | readonly (string | number | boolean)[]
        ];
        /**
         * @description Records to skip. Always none, pages start after the last key instead.
         * @example 0
         * @constant
         */
        readonly Offset: 0;
        /**
         * @description The most records to answer; null for all.
         * @example 21
         */
        readonly Limit: number | null;
        /**
         * @description Sort keys, the first one weighs most.
         * @example [
         *       [
         *         "id",
         *         "ASC"
         *       ]
         *     ]
         */
        readonly Order: readonly (readonly [
            string,
            "ASC" | "DESC"
        ])[] | null;
        /**
         * @description What the call depends on besides its arguments. The driver adds `language` and `company`.
         * @example {
         *       "_timestamp": {
         *         "party.party,2": "1795422282"
         *       }
         *     }
         */
        readonly Context: {
            /** @description Where stock is counted. */
            readonly locations?: readonly number[];
            readonly stock_date_end?: components["schemas"]["DateValue"];
            /** @description The version that must still be current, by `model,id`. */
            readonly _timestamp?: {
                readonly [key: string]: string;
            };
        };
        /**
         * @description Record ids.
         * @example [
         *       2
         *     ]
         */
        readonly Ids: readonly number[];
        /**
         * @description An exact number.
         * @example {
         *       "__class__": "Decimal",
         *       "decimal": "29.70"
         *     }
         */
        readonly DecimalValue: {
            /** @constant */
            readonly __class__: "Decimal";
            readonly decimal: string;
        };
        /**
         * @description A day.
         * @example {
         *       "__class__": "date",
         *       "year": 2026,
         *       "month": 11,
         *       "day": 23
         *     }
         */
        readonly DateValue: {
            /** @constant */
            readonly __class__: "date";
            readonly year: number;
            readonly month: number;
            readonly day: number;
        };
        /**
         * @description A moment, in the time zone of the server, which is UTC.
         * @example {
         *       "__class__": "datetime",
         *       "year": 2026,
         *       "month": 11,
         *       "day": 23,
         *       "hour": 8,
         *       "minute": 24,
         *       "second": 42,
         *       "microsecond": 0
         *     }
         */
        readonly DateTimeValue: {
            /** @constant */
            readonly __class__: "datetime";
            readonly year: number;
            readonly month: number;
            readonly day: number;
            readonly hour: number;
            readonly minute: number;
            readonly second: number;
            readonly microsecond: number;
        };
        /**
         * @description Stored booleans come as numbers from some databases.
         * @example true
         * @enum {unknown}
         */
        readonly BooleanValue: true | false | 1 | 0;
        /**
         * @description A related record with its code.
         * @example {
         *       "id": 1,
         *       "code": "EUR"
         *     }
         */
        readonly CodeReference: {
            readonly id: number;
            readonly code: string;
        };
        /**
         * @description Who sells.
         * @example {
         *       "id": 1,
         *       "currency.": {
         *         "id": 1,
         *         "code": "EUR"
         *       }
         *     }
         */
        readonly Company: {
            readonly id: number;
            readonly "currency.": components["schemas"]["CodeReference"];
        };
        /**
         * @description A country addresses may be in.
         * @example {
         *       "id": 1,
         *       "code": "DE"
         *     }
         */
        readonly Country: {
            readonly id: number;
            /** @description ISO 3166-1 alpha-2. */
            readonly code: string;
        };
        /**
         * @description A place stock is in.
         * @example {
         *       "id": 5,
         *       "code": "WH"
         *     }
         */
        readonly Location: {
            readonly id: number;
        };
        /**
         * @description Whom finance deals with.
         * @example {
         *       "id": 2,
         *       "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "name": "Harbour Lane Interiors GmbH",
         *       "active": true,
         *       "addresses.": [
         *         {
         *           "id": 2,
         *           "street": "Speicherzeile 14",
         *           "city": "Hamburg",
         *           "postal_code": "20457",
         *           "country.": {
         *             "id": 1,
         *             "code": "DE"
         *           }
         *         }
         *       ],
         *       "contact_mechanisms.": [
         *         {
         *           "id": 1,
         *           "type": "email",
         *           "value": "office@harbour-lane.example"
         *         },
         *         {
         *           "id": 2,
         *           "type": "phone",
         *           "value": "+49 40 66969 110"
         *         }
         *       ],
         *       "_timestamp": "1795422282"
         *     }
         */
        readonly Party: {
            readonly id: number;
            /** @description The customer id. */
            readonly code: string;
            readonly name: string;
            readonly active: components["schemas"]["BooleanValue"];
            readonly "addresses.": readonly components["schemas"]["PartyAddress"][];
            readonly "contact_mechanisms.": readonly components["schemas"]["ContactMechanism"][];
            /** @description The version. */
            readonly _timestamp: string;
        };
        /**
         * @description An address of a party.
         * @example {
         *       "id": 2,
         *       "street": "Speicherzeile 14",
         *       "city": "Hamburg",
         *       "postal_code": "20457",
         *       "country.": {
         *         "id": 1,
         *         "code": "DE"
         *       }
         *     }
         */
        readonly PartyAddress: {
            readonly id: number;
            readonly street: string | null;
            readonly city: string | null;
            readonly postal_code: string | null;
            readonly "country.": components["schemas"]["CodeReference"] | null;
        };
        /**
         * @description A way to reach a party.
         * @example {
         *       "id": 1,
         *       "type": "email",
         *       "value": "office@harbour-lane.example"
         *     }
         */
        readonly ContactMechanism: {
            readonly id: number;
            /** @description Only `email` and `phone` are read. */
            readonly type: string;
            readonly value: string | null;
        };
        /**
         * @description A party with its address and ways to reach it.
         * @example {
         *       "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "name": "Harbour Lane Interiors GmbH",
         *       "addresses": [
         *         [
         *           "create",
         *           [
         *             {
         *               "street": "Speicherzeile 14",
         *               "city": "Hamburg",
         *               "postal_code": "20457",
         *               "country": 1
         *             }
         *           ]
         *         ]
         *       ],
         *       "contact_mechanisms": [
         *         [
         *           "create",
         *           [
         *             {
         *               "type": "email",
         *               "value": "office@harbour-lane.example"
         *             }
         *           ]
         *         ]
         *       ]
         *     }
         */
        readonly NewParty: {
            readonly code: string;
            readonly name: string;
            readonly addresses: readonly (readonly [
                "create",
                readonly components["schemas"]["PartyAddressFields"][]
            ])[];
            readonly contact_mechanisms: readonly (readonly [
                "create",
                readonly components["schemas"]["ContactMechanismFields"][]
            ])[];
        };
        /**
         * @description New values of a party; related records are created or written by command.
         * @example {
         *       "name": "Harbour Lane Interiors SE",
         *       "addresses": [
         *         [
         *           "write",
         *           [
         *             2
         *           ],
         *           {
         *             "street": "Speicherzeile 16",
         *             "city": "Hamburg",
         *             "postal_code": "20457",
         *             "country": 1
         *           }
         *         ]
         *       ]
         *     }
         */
        readonly PartyChange: {
            readonly name?: string;
            readonly addresses?: readonly (readonly [
                "create",
                readonly components["schemas"]["PartyAddressFields"][]
            ] | readonly [
                "write",
                components["schemas"]["Ids"],
                components["schemas"]["PartyAddressFields"]
            ])[];
            readonly contact_mechanisms?: readonly (readonly [
                "create",
                readonly components["schemas"]["ContactMechanismFields"][]
            ] | readonly [
                "write",
                components["schemas"]["Ids"],
                components["schemas"]["ContactMechanismFields"]
            ])[];
        };
        /**
         * @description The fields of an address.
         * @example {
         *       "street": "Speicherzeile 14",
         *       "city": "Hamburg",
         *       "postal_code": "20457",
         *       "country": 1
         *     }
         */
        readonly PartyAddressFields: {
            readonly street: string;
            readonly city: string;
            readonly postal_code: string | null;
            /** @description Id of the country. */
            readonly country: number;
        };
        /**
         * @description The fields of a way to reach a party.
         * @example {
         *       "type": "email",
         *       "value": "office@harbour-lane.example"
         *     }
         */
        readonly ContactMechanismFields: {
            /** @enum {unknown} */
            readonly type: "email" | "phone";
            readonly value: string;
        };
        /**
         * @description Something that can be sold.
         * @example {
         *       "id": 1,
         *       "code": "WID-001",
         *       "name": "Widget, small",
         *       "list_price": {
         *         "__class__": "Decimal",
         *         "decimal": "9.90"
         *       },
         *       "salable": 1,
         *       "default_uom.": {
         *         "id": 1,
         *         "symbol": "u"
         *       },
         *       "quantity": 120,
         *       "forecast_quantity": 117
         *     }
         */
        readonly Product: {
            readonly id: number;
            readonly code: string;
            readonly name: string;
            /** @description In the currency of the company; may be missing while the product is not sold. */
            readonly list_price: components["schemas"]["DecimalValue"] | null;
            readonly salable: components["schemas"]["BooleanValue"];
            readonly "default_uom.": {
                readonly id: number;
                readonly symbol: string;
            };
            /** @description On hand. */
            readonly quantity: number;
            /** @description On hand less what is promised. */
            readonly forecast_quantity: number;
        };
        /**
         * @description An order without its lines. Its three states together say how far it got.
         * @example {
         *       "id": 2,
         *       "reference": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "number": "1",
         *       "state": "processing",
         *       "invoice_state": "waiting",
         *       "shipment_state": "waiting",
         *       "create_date": {
         *         "__class__": "datetime",
         *         "year": 2026,
         *         "month": 11,
         *         "day": 23,
         *         "hour": 8,
         *         "minute": 24,
         *         "second": 42,
         *         "microsecond": 127709
         *       },
         *       "sale_date": {
         *         "__class__": "date",
         *         "year": 2026,
         *         "month": 11,
         *         "day": 23
         *       },
         *       "party.": {
         *         "id": 2,
         *         "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *       },
         *       "currency.": {
         *         "id": 1,
         *         "code": "EUR"
         *       },
         *       "total_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "35.64"
         *       }
         *     }
         */
        readonly SaleHeader: {
            readonly id: number;
            /** @description The order id. */
            readonly reference: string | null;
            /** @description Given at `quote`. */
            readonly number: string | null;
            readonly state: components["schemas"]["SaleState"];
            readonly invoice_state: components["schemas"]["SaleInvoiceState"];
            readonly shipment_state: components["schemas"]["SaleShipmentState"];
            readonly create_date: components["schemas"]["DateTimeValue"];
            readonly sale_date: components["schemas"]["DateValue"] | null;
            readonly "party.": components["schemas"]["CodeReference"];
            readonly "currency.": components["schemas"]["CodeReference"];
            readonly total_amount: components["schemas"]["DecimalValue"];
        };
        /**
         * @description An order.
         * @example {
         *       "id": 2,
         *       "reference": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "number": "1",
         *       "state": "processing",
         *       "invoice_state": "waiting",
         *       "shipment_state": "waiting",
         *       "create_date": {
         *         "__class__": "datetime",
         *         "year": 2026,
         *         "month": 11,
         *         "day": 23,
         *         "hour": 8,
         *         "minute": 24,
         *         "second": 42,
         *         "microsecond": 127709
         *       },
         *       "sale_date": {
         *         "__class__": "date",
         *         "year": 2026,
         *         "month": 11,
         *         "day": 23
         *       },
         *       "comment": null,
         *       "description": null,
         *       "party.": {
         *         "id": 2,
         *         "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *       },
         *       "currency.": {
         *         "id": 1,
         *         "code": "EUR"
         *       },
         *       "untaxed_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "29.70"
         *       },
         *       "tax_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "5.94"
         *       },
         *       "total_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "35.64"
         *       },
         *       "invoices": [
         *         1
         *       ],
         *       "lines.": [
         *         {
         *           "id": 2,
         *           "product.": {
         *             "id": 1,
         *             "code": "WID-001",
         *             "name": "Widget, small"
         *           },
         *           "quantity": 3,
         *           "unit_price": {
         *             "__class__": "Decimal",
         *             "decimal": "9.9000"
         *           },
         *           "amount": {
         *             "__class__": "Decimal",
         *             "decimal": "29.70"
         *           },
         *           "move_done": false,
         *           "move_exception": false
         *         }
         *       ]
         *     }
         */
        readonly Sale: components["schemas"]["SaleHeader"] & {
            readonly comment: string | null;
            /** @description Who made the draft; see system/erp. */
            readonly description: string | null;
            readonly untaxed_amount: components["schemas"]["DecimalValue"];
            readonly tax_amount: components["schemas"]["DecimalValue"];
            readonly invoices: readonly number[];
            readonly "lines.": readonly components["schemas"]["SaleLine"][];
        };
        /**
         * @description How far the order is.
         * @example processing
         * @enum {unknown}
         */
        readonly SaleState: "draft" | "quotation" | "confirmed" | "processing" | "done" | "cancelled";
        /**
         * @description How far invoicing is.
         * @example waiting
         * @enum {unknown}
         */
        readonly SaleInvoiceState: "none" | "waiting" | "paid" | "exception";
        /**
         * @description How far shipping is.
         * @example waiting
         * @enum {unknown}
         */
        readonly SaleShipmentState: "none" | "waiting" | "sent" | "exception";
        /**
         * @description A line; those that are only text have no product.
         * @example {
         *       "id": 2,
         *       "product.": {
         *         "id": 1,
         *         "code": "WID-001",
         *         "name": "Widget, small"
         *       },
         *       "quantity": 3,
         *       "unit_price": {
         *         "__class__": "Decimal",
         *         "decimal": "9.9000"
         *       },
         *       "amount": {
         *         "__class__": "Decimal",
         *         "decimal": "29.70"
         *       },
         *       "move_done": false,
         *       "move_exception": false
         *     }
         */
        readonly SaleLine: {
            readonly id: number;
            readonly "product.": {
                readonly id: number;
                readonly code: string | null;
                readonly name: string;
            } | null;
            readonly quantity: number | null;
            readonly unit_price: components["schemas"]["DecimalValue"] | null;
            readonly amount: components["schemas"]["DecimalValue"] | null;
            /** @description All of it has left, or there is nothing to ship. */
            readonly move_done: boolean;
            /** @description A shipment of it was cancelled. */
            readonly move_exception: boolean;
        };
        /**
         * @description A sale that is not stored yet.
         * @example {
         *       "party": 2,
         *       "company": 1,
         *       "currency": 1,
         *       "lines": []
         *     }
         */
        readonly SaleHead: {
            readonly party: number;
            readonly company: number;
            readonly currency: number;
            readonly lines: readonly number[];
        };
        /**
         * @description What follows from the party of a sale.
         * @example {
         *       "invoice_address": 2,
         *       "shipment_address": 2,
         *       "payment_term": 1
         *     }
         */
        readonly SaleTerms: {
            readonly invoice_address: number | null;
            readonly shipment_address: number | null;
            readonly payment_term?: number | null;
        };
        /**
         * @description A line that is not stored yet, with what it needs to know of its sale.
         * @example {
         *       "type": "line",
         *       "product": 1,
         *       "quantity": 3,
         *       "unit": 1,
         *       "_parent_sale.party": 2,
         *       "_parent_sale.currency": 1,
         *       "_parent_sale.company": 1,
         *       "_parent_sale.sale_date": {
         *         "__class__": "date",
         *         "year": 2026,
         *         "month": 11,
         *         "day": 23
         *       }
         *     }
         */
        readonly SaleLineHead: {
            /** @constant */
            readonly type: "line";
            readonly product: number;
            readonly quantity: number;
            readonly unit: number;
            readonly "_parent_sale.party": number;
            readonly "_parent_sale.currency": number;
            readonly "_parent_sale.company": number;
            readonly "_parent_sale.sale_date": components["schemas"]["DateValue"];
        };
        /**
         * @description What follows from product and quantity of a line.
         * @example {
         *       "unit_price": {
         *         "__class__": "Decimal",
         *         "decimal": "9.9000"
         *       },
         *       "amount": {
         *         "__class__": "Decimal",
         *         "decimal": "29.70"
         *       },
         *       "taxes": {
         *         "add": [
         *           [
         *             0,
         *             {
         *               "id": 1
         *             }
         *           ]
         *         ]
         *       }
         *     }
         */
        readonly SaleLinePrice: {
            readonly unit_price: components["schemas"]["DecimalValue"];
            readonly taxes?: {
                /** @description Position and record of each tax. */
                readonly add: readonly (readonly [
                    number,
                    {
                        readonly id: number;
                    }
                ])[];
            };
        };
        /**
         * @description A draft with its lines.
         * @example {
         *       "party": 2,
         *       "reference": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
         *       "invoice_address": 2,
         *       "shipment_address": 2,
         *       "payment_term": 1,
         *       "lines": [
         *         [
         *           "create",
         *           [
         *             {
         *               "type": "line",
         *               "product": 1,
         *               "quantity": 3,
         *               "unit": 1,
         *               "unit_price": {
         *                 "__class__": "Decimal",
         *                 "decimal": "9.9000"
         *               },
         *               "taxes": [
         *                 [
         *                   "add",
         *                   [
         *                     1
         *                   ]
         *                 ]
         *               ]
         *             }
         *           ]
         *         ]
         *       ]
         *     }
         */
        readonly NewSale: {
            readonly party: number;
            readonly reference: string;
            readonly invoice_address: number;
            readonly shipment_address: number;
            readonly payment_term?: number;
            readonly comment?: string;
            readonly description?: string;
            readonly lines: readonly (readonly [
                "create",
                readonly components["schemas"]["NewSaleLine"][]
            ])[];
        };
        /**
         * @description A line with the price and taxes that `on_change` answered.
         * @example {
         *       "type": "line",
         *       "product": 1,
         *       "quantity": 3,
         *       "unit": 1,
         *       "unit_price": {
         *         "__class__": "Decimal",
         *         "decimal": "9.9000"
         *       },
         *       "taxes": [
         *         [
         *           "add",
         *           [
         *             1
         *           ]
         *         ]
         *       ]
         *     }
         */
        readonly NewSaleLine: {
            /** @constant */
            readonly type: "line";
            readonly product: number;
            readonly quantity: number;
            readonly unit: number;
            readonly unit_price: components["schemas"]["DecimalValue"];
            readonly taxes: readonly (readonly [
                "add",
                readonly number[]
            ])[];
        };
        /**
         * @description What a customer owes for a sale.
         * @example {
         *       "id": 1,
         *       "number": "1",
         *       "state": "posted",
         *       "invoice_date": {
         *         "__class__": "date",
         *         "year": 2026,
         *         "month": 11,
         *         "day": 23
         *       },
         *       "reconciled": null,
         *       "party.": {
         *         "id": 2,
         *         "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
         *       },
         *       "currency.": {
         *         "id": 1,
         *         "code": "EUR"
         *       },
         *       "untaxed_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "29.70"
         *       },
         *       "tax_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "5.94"
         *       },
         *       "total_amount": {
         *         "__class__": "Decimal",
         *         "decimal": "35.64"
         *       },
         *       "amount_to_pay": {
         *         "__class__": "Decimal",
         *         "decimal": "35.64"
         *       }
         *     }
         */
        readonly Invoice: {
            readonly id: number;
            /** @description Given at `post`. */
            readonly number: string | null;
            readonly state: components["schemas"]["InvoiceState"];
            readonly invoice_date: components["schemas"]["DateValue"] | null;
            /** @description The day it was paid in full. */
            readonly reconciled: components["schemas"]["DateValue"] | null;
            readonly "party.": components["schemas"]["CodeReference"];
            readonly "currency.": components["schemas"]["CodeReference"];
            readonly untaxed_amount: components["schemas"]["DecimalValue"];
            readonly tax_amount: components["schemas"]["DecimalValue"];
            readonly total_amount: components["schemas"]["DecimalValue"];
            readonly amount_to_pay: components["schemas"]["DecimalValue"];
        };
        /**
         * @description How far the invoice is.
         * @example posted
         * @enum {unknown}
         */
        readonly InvoiceState: "draft" | "validated" | "posted" | "paid" | "cancelled";
        /**
         * @description An exception of the ERP. Its message is for people and never passed on.
         * @example {
         *       "exception": "UserError",
         *       "message": "The code on party must be unique."
         *     }
         */
        readonly Fault: {
            /** @description As `UserError`, `UserWarning`, `ConcurrencyException`. */
            readonly exception: string;
            readonly message: string;
        };
    };
    responses: {
        /** @description The ids of the new records. */
        readonly Ids: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       2
                 *     ]
                 */
                readonly "application/json": components["schemas"]["Ids"];
            };
        };
        /** @description The call went through. */
        readonly Done: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /** @example null */
                readonly "application/json": null;
            };
        };
        /** @description A rule of the ERP refuses it. */
        readonly UserError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "exception": "UserError",
                 *       "message": "The code on party must be unique."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The ERP raised an exception. */
        readonly Fault: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "exception": "UserError",
                 *       "message": "You are not allowed to access \"Sale\"."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Fault"];
            };
        };
    };
    parameters: never;
    requestBodies: {
        /** @description The records, then the context. */
        readonly Ids: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         2
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Ids"],
                    components["schemas"]["Context"]
                ];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly findCompanies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [],
                 *       0,
                 *       1,
                 *       null,
                 *       [
                 *         "currency.code"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly "currency.code"[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The companies. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "currency.": {
                     *           "id": 1,
                     *           "code": "EUR"
                     *         }
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Company"][];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findCountries: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "code",
                 *           "=",
                 *           "DE"
                 *         ]
                 *       ],
                 *       0,
                 *       1,
                 *       null,
                 *       [
                 *         "code"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly "code"[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The countries. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "code": "DE"
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Country"][];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findParties: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "code",
                 *           "=",
                 *           "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                 *         ],
                 *         [
                 *           "active",
                 *           "in",
                 *           [
                 *             true,
                 *             false
                 *           ]
                 *         ]
                 *       ],
                 *       0,
                 *       1,
                 *       null,
                 *       [
                 *         "code",
                 *         "name",
                 *         "active",
                 *         "addresses.street",
                 *         "addresses.city",
                 *         "addresses.postal_code",
                 *         "addresses.country.code",
                 *         "contact_mechanisms.type",
                 *         "contact_mechanisms.value",
                 *         "_timestamp"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly ("code" | "name" | "active" | "addresses.street" | "addresses.city" | "addresses.postal_code" | "addresses.country.code" | "contact_mechanisms.type" | "contact_mechanisms.value" | "_timestamp")[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The parties. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 2,
                     *         "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                     *         "name": "Harbour Lane Interiors GmbH",
                     *         "active": true,
                     *         "addresses.": [
                     *           {
                     *             "id": 2,
                     *             "street": "Speicherzeile 14",
                     *             "city": "Hamburg",
                     *             "postal_code": "20457",
                     *             "country.": {
                     *               "id": 1,
                     *               "code": "DE"
                     *             }
                     *           }
                     *         ],
                     *         "contact_mechanisms.": [
                     *           {
                     *             "id": 1,
                     *             "type": "email",
                     *             "value": "office@harbour-lane.example"
                     *           },
                     *           {
                     *             "id": 2,
                     *             "type": "phone",
                     *             "value": "+49 40 66969 110"
                     *           }
                     *         ],
                     *         "_timestamp": "1795422282"
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Party"][];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly createParties: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         {
                 *           "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
                 *           "name": "Harbour Lane Interiors GmbH",
                 *           "addresses": [
                 *             [
                 *               "create",
                 *               [
                 *                 {
                 *                   "street": "Speicherzeile 14",
                 *                   "city": "Hamburg",
                 *                   "postal_code": "20457",
                 *                   "country": 1
                 *                 }
                 *               ]
                 *             ]
                 *           ],
                 *           "contact_mechanisms": [
                 *             [
                 *               "create",
                 *               [
                 *                 {
                 *                   "type": "email",
                 *                   "value": "office@harbour-lane.example"
                 *                 }
                 *               ]
                 *             ]
                 *           ]
                 *         }
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    readonly components["schemas"]["NewParty"][],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Ids"];
            readonly 400: components["responses"]["UserError"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly writeParties: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         2
                 *       ],
                 *       {
                 *         "name": "Harbour Lane Interiors SE",
                 *         "addresses": [
                 *           [
                 *             "write",
                 *             [
                 *               2
                 *             ],
                 *             {
                 *               "street": "Speicherzeile 16",
                 *               "city": "Hamburg",
                 *               "postal_code": "20457",
                 *               "country": 1
                 *             }
                 *           ]
                 *         ]
                 *       },
                 *       {
                 *         "_timestamp": {
                 *           "party.party,2": "1795422282"
                 *         }
                 *       }
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Ids"],
                    components["schemas"]["PartyChange"],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Done"];
            /** @description The party was changed meanwhile. */
            readonly 423: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exception": "ConcurrencyException",
                     *       "message": "Records were modified in the meanwhile"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Fault"];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findProducts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "code",
                 *           "in",
                 *           [
                 *             "WID-001"
                 *           ]
                 *         ]
                 *       ],
                 *       0,
                 *       null,
                 *       [
                 *         [
                 *           "code",
                 *           "ASC"
                 *         ]
                 *       ],
                 *       [
                 *         "code",
                 *         "name",
                 *         "list_price",
                 *         "salable",
                 *         "default_uom.symbol",
                 *         "quantity",
                 *         "forecast_quantity"
                 *       ],
                 *       {
                 *         "locations": [
                 *           5
                 *         ],
                 *         "stock_date_end": {
                 *           "__class__": "date",
                 *           "year": 2026,
                 *           "month": 11,
                 *           "day": 23
                 *         }
                 *       }
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly ("code" | "name" | "list_price" | "salable" | "default_uom.symbol" | "quantity" | "forecast_quantity")[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The products. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "code": "WID-001",
                     *         "name": "Widget, small",
                     *         "list_price": {
                     *           "__class__": "Decimal",
                     *           "decimal": "9.90"
                     *         },
                     *         "salable": 1,
                     *         "default_uom.": {
                     *           "id": 1,
                     *           "symbol": "u"
                     *         },
                     *         "quantity": 120,
                     *         "forecast_quantity": 117
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Product"][];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findLocations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "type",
                 *           "=",
                 *           "warehouse"
                 *         ]
                 *       ],
                 *       0,
                 *       null,
                 *       null,
                 *       [
                 *         "code"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly "code"[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The locations. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 5,
                     *         "code": "WH"
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Location"][];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "reference",
                 *           "=",
                 *           "ORD-01JTB3011NF0S3Z3V8M1N868QS"
                 *         ]
                 *       ],
                 *       0,
                 *       null,
                 *       [
                 *         [
                 *           "id",
                 *           "ASC"
                 *         ]
                 *       ],
                 *       [
                 *         "reference",
                 *         "number",
                 *         "state",
                 *         "invoice_state",
                 *         "shipment_state",
                 *         "create_date",
                 *         "sale_date",
                 *         "comment",
                 *         "description",
                 *         "party.code",
                 *         "currency.code",
                 *         "untaxed_amount",
                 *         "tax_amount",
                 *         "total_amount",
                 *         "invoices",
                 *         "lines.product.code",
                 *         "lines.product.name",
                 *         "lines.quantity",
                 *         "lines.unit_price",
                 *         "lines.amount",
                 *         "lines.move_done",
                 *         "lines.move_exception"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly ("reference" | "number" | "state" | "invoice_state" | "shipment_state" | "create_date" | "sale_date" | "comment" | "description" | "party.code" | "currency.code" | "untaxed_amount" | "tax_amount" | "total_amount" | "invoices" | "lines.product.code" | "lines.product.name" | "lines.quantity" | "lines.unit_price" | "lines.amount" | "lines.move_done" | "lines.move_exception")[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The sales. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 2,
                     *         "reference": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *         "number": "1",
                     *         "state": "processing",
                     *         "invoice_state": "waiting",
                     *         "shipment_state": "waiting",
                     *         "create_date": {
                     *           "__class__": "datetime",
                     *           "year": 2026,
                     *           "month": 11,
                     *           "day": 23,
                     *           "hour": 8,
                     *           "minute": 24,
                     *           "second": 42,
                     *           "microsecond": 127709
                     *         },
                     *         "sale_date": {
                     *           "__class__": "date",
                     *           "year": 2026,
                     *           "month": 11,
                     *           "day": 23
                     *         },
                     *         "comment": null,
                     *         "description": null,
                     *         "party.": {
                     *           "id": 2,
                     *           "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                     *         },
                     *         "currency.": {
                     *           "id": 1,
                     *           "code": "EUR"
                     *         },
                     *         "untaxed_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "29.70"
                     *         },
                     *         "tax_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "5.94"
                     *         },
                     *         "total_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "35.64"
                     *         },
                     *         "invoices": [
                     *           1
                     *         ],
                     *         "lines.": [
                     *           {
                     *             "id": 2,
                     *             "product.": {
                     *               "id": 1,
                     *               "code": "WID-001",
                     *               "name": "Widget, small"
                     *             },
                     *             "quantity": 3,
                     *             "unit_price": {
                     *               "__class__": "Decimal",
                     *               "decimal": "9.9000"
                     *             },
                     *             "amount": {
                     *               "__class__": "Decimal",
                     *               "decimal": "29.70"
                     *             },
                     *             "move_done": false,
                     *             "move_exception": false
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Sale"][];
                };
            };
            readonly 400: components["responses"]["UserError"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findSaleHeaders: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "party.code",
                 *           "=",
                 *           "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                 *         ]
                 *       ],
                 *       0,
                 *       10,
                 *       [
                 *         [
                 *           "id",
                 *           "DESC"
                 *         ]
                 *       ],
                 *       [
                 *         "reference",
                 *         "number",
                 *         "state",
                 *         "invoice_state",
                 *         "shipment_state",
                 *         "create_date",
                 *         "sale_date",
                 *         "party.code",
                 *         "currency.code",
                 *         "total_amount"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly ("reference" | "number" | "state" | "invoice_state" | "shipment_state" | "create_date" | "sale_date" | "party.code" | "currency.code" | "total_amount")[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The sales. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 2,
                     *         "reference": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                     *         "number": "1",
                     *         "state": "processing",
                     *         "invoice_state": "waiting",
                     *         "shipment_state": "waiting",
                     *         "create_date": {
                     *           "__class__": "datetime",
                     *           "year": 2026,
                     *           "month": 11,
                     *           "day": 23,
                     *           "hour": 8,
                     *           "minute": 24,
                     *           "second": 42,
                     *           "microsecond": 127709
                     *         },
                     *         "sale_date": {
                     *           "__class__": "date",
                     *           "year": 2026,
                     *           "month": 11,
                     *           "day": 23
                     *         },
                     *         "party.": {
                     *           "id": 2,
                     *           "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                     *         },
                     *         "currency.": {
                     *           "id": 1,
                     *           "code": "EUR"
                     *         },
                     *         "total_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "35.64"
                     *         }
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["SaleHeader"][];
                };
            };
            readonly 400: components["responses"]["UserError"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly onChangeSale: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       {
                 *         "party": 2,
                 *         "company": 1,
                 *         "currency": 1,
                 *         "lines": []
                 *       },
                 *       [
                 *         "party"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["SaleHead"],
                    readonly "party"[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description One object with what follows from the party. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "invoice_address": 2,
                     *         "shipment_address": 2,
                     *         "payment_term": 1
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly [
                        components["schemas"]["SaleTerms"]
                    ];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly onChangeSaleLine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       {
                 *         "type": "line",
                 *         "product": 1,
                 *         "quantity": 3,
                 *         "unit": 1,
                 *         "_parent_sale.party": 2,
                 *         "_parent_sale.currency": 1,
                 *         "_parent_sale.company": 1,
                 *         "_parent_sale.sale_date": {
                 *           "__class__": "date",
                 *           "year": 2026,
                 *           "month": 11,
                 *           "day": 23
                 *         }
                 *       },
                 *       [
                 *         "product",
                 *         "quantity"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["SaleLineHead"],
                    readonly ("product" | "quantity")[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description One object with what follows from product and quantity. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "unit_price": {
                     *           "__class__": "Decimal",
                     *           "decimal": "9.9000"
                     *         },
                     *         "amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "29.70"
                     *         },
                     *         "taxes": {
                     *           "add": [
                     *             [
                     *               0,
                     *               {
                     *                 "id": 1
                     *               }
                     *             ]
                     *           ]
                     *         }
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly [
                        components["schemas"]["SaleLinePrice"]
                    ];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly createSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         {
                 *           "party": 2,
                 *           "reference": "ORD-01JTB3011NF0S3Z3V8M1N868QS",
                 *           "invoice_address": 2,
                 *           "shipment_address": 2,
                 *           "payment_term": 1,
                 *           "lines": [
                 *             [
                 *               "create",
                 *               [
                 *                 {
                 *                   "type": "line",
                 *                   "product": 1,
                 *                   "quantity": 3,
                 *                   "unit": 1,
                 *                   "unit_price": {
                 *                     "__class__": "Decimal",
                 *                     "decimal": "9.9000"
                 *                   },
                 *                   "taxes": [
                 *                     [
                 *                       "add",
                 *                       [
                 *                         1
                 *                       ]
                 *                     ]
                 *                   ]
                 *                 }
                 *               ]
                 *             ]
                 *           ]
                 *         }
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    readonly components["schemas"]["NewSale"][],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Ids"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly deleteSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["Ids"];
        readonly responses: {
            readonly 200: components["responses"]["Done"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly quoteSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["Ids"];
        readonly responses: {
            readonly 200: components["responses"]["Done"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly confirmSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["Ids"];
        readonly responses: {
            readonly 200: components["responses"]["Done"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly processSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["Ids"];
        readonly responses: {
            readonly 200: components["responses"]["Done"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly cancelSales: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["Ids"];
        readonly responses: {
            readonly 200: components["responses"]["Done"];
            readonly default: components["responses"]["Fault"];
        };
    };
    readonly findInvoices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       [
                 *         [
                 *           "id",
                 *           "in",
                 *           [
                 *             1
                 *           ]
                 *         ]
                 *       ],
                 *       0,
                 *       null,
                 *       [
                 *         [
                 *           "id",
                 *           "ASC"
                 *         ]
                 *       ],
                 *       [
                 *         "number",
                 *         "state",
                 *         "invoice_date",
                 *         "reconciled",
                 *         "party.code",
                 *         "currency.code",
                 *         "untaxed_amount",
                 *         "tax_amount",
                 *         "total_amount",
                 *         "amount_to_pay"
                 *       ],
                 *       {}
                 *     ]
                 */
                readonly "application/json": readonly [
                    components["schemas"]["Domain"],
                    components["schemas"]["Offset"],
                    components["schemas"]["Limit"],
                    components["schemas"]["Order"],
                    readonly ("number" | "state" | "invoice_date" | "reconciled" | "party.code" | "currency.code" | "untaxed_amount" | "tax_amount" | "total_amount" | "amount_to_pay")[],
                    components["schemas"]["Context"]
                ];
            };
        };
        readonly responses: {
            /** @description The invoices. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "number": "1",
                     *         "state": "posted",
                     *         "invoice_date": {
                     *           "__class__": "date",
                     *           "year": 2026,
                     *           "month": 11,
                     *           "day": 23
                     *         },
                     *         "reconciled": null,
                     *         "party.": {
                     *           "id": 2,
                     *           "code": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH"
                     *         },
                     *         "currency.": {
                     *           "id": 1,
                     *           "code": "EUR"
                     *         },
                     *         "untaxed_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "29.70"
                     *         },
                     *         "tax_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "5.94"
                     *         },
                     *         "total_amount": {
                     *           "__class__": "Decimal",
                     *           "decimal": "35.64"
                     *         },
                     *         "amount_to_pay": {
                     *           "__class__": "Decimal",
                     *           "decimal": "35.64"
                     *         }
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["Invoice"][];
                };
            };
            readonly default: components["responses"]["Fault"];
        };
    };
}
