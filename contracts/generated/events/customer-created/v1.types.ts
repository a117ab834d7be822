// Generated from contracts/events/customer-created/v1.yaml by `npm run generate`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The new customer.
         * @example {
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "legalName": "Nordlicht Tischlerei GmbH",
         *       "displayName": "Nordlicht",
         *       "email": "office@nordlicht.example",
         *       "country": "DE"
         *     }
         */
        readonly Data: {
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description The name on contracts and invoices. */
            readonly legalName: string;
            /** @description The name people use. */
            readonly displayName?: string;
            /** Format: email */
            readonly email?: string;
            /** @description ISO 3166-1 alpha-2. */
            readonly country: string;
        };
        /**
         * @description A customer in every system. `CUS-` and a ULID, minted when the customer is onboarded.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
