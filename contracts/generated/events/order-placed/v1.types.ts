// Generated from contracts/events/order-placed/v1.yaml by `npm run generate`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The order as it was placed.
         * @example {
         *       "orderId": "ORD-01JNEXM65RKRZB6RDDNAB7ZAQJ",
         *       "customerId": "CUS-01JNEXM65RKRZB6RDDNAB7ZAQH",
         *       "lines": [
         *         {
         *           "sku": "WID-001",
         *           "quantity": 2
         *         }
         *       ]
         *     }
         */
        readonly Data: {
            readonly orderId: components["schemas"]["OrderId"];
            readonly customerId: components["schemas"]["CustomerId"];
            /** @description What was ordered. */
            readonly lines: readonly {
                readonly sku: components["schemas"]["Sku"];
                readonly quantity: number;
            }[];
        };
        /**
         * @description An order in every system. `ORD-` and a ULID, minted when the order is placed.
         * @example ORD-01JTB3011NF0S3Z3V8M1N868QS
         */
        readonly OrderId: string;
        /**
         * @description A customer in every system. `CUS-` and a ULID, minted when the customer is onboarded.
         * @example CUS-01JNEXM65RKRZB6RDDNAB7ZAQH
         */
        readonly CustomerId: string;
        /**
         * @description Stock keeping unit, the ERP's product code.
         * @example WID-001
         */
        readonly Sku: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
