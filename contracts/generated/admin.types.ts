// Generated from contracts/admin.yaml by `npm run generate`. Do not edit.
export interface paths {
    readonly "/policies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See how backends are protected
         * @description The settings in force and the state of every breaker, bulkhead and retry budget, and what is shared between callers. Reads and writes of a backend are told apart.
         */
        readonly get: operations["getPolicies"];
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
         * @description What protects the systems this process calls, and what it keeps.
         * @example {
         *       "upstreams": [
         *         {
         *           "upstream": "backend/erp/v1 read",
         *           "owner": "finance-systems",
         *           "settings": {
         *             "retry": {
         *               "retriesMax": 3,
         *               "firstDelayMs": 1000,
         *               "jitter": 0.5
         *             },
         *             "budget": {
         *               "ratio": 0.2,
         *               "perSecond": 10
         *             },
         *             "breaker": {
         *               "windowMs": 10000,
         *               "failureRatio": 0.5,
         *               "openMs": [
         *                 5000,
         *                 10000
         *               ]
         *             },
         *             "bulkhead": {
         *               "limit": 50,
         *               "queue": 50,
         *               "waitMs": 100
         *             }
         *           },
         *           "breaker": {
         *             "state": "closed",
         *             "calls": 112,
         *             "failures": 1,
         *             "openForMs": 0
         *           },
         *           "bulkhead": {
         *             "inFlight": 3,
         *             "waiting": 0,
         *             "limit": 50
         *           },
         *           "budget": {
         *             "available": 25,
         *             "spent": 1,
         *             "refused": 0
         *           },
         *           "pause": {
         *             "forMs": 0,
         *             "waiting": 0
         *           },
         *           "hedge": {
         *             "sent": 0,
         *             "won": 0
         *           }
         *         }
         *       ],
         *       "cache": {
         *         "replies": 12,
         *         "size": 40960,
         *         "hits": 310,
         *         "misses": 22,
         *         "stale": 0
         *       },
         *       "coalescing": {
         *         "underWay": 0,
         *         "joined": 17
         *       }
         *     }
         */
        readonly Policies: {
            readonly upstreams: readonly components["schemas"]["Upstream"][];
            readonly cache: components["schemas"]["Cache"];
            readonly coalescing: components["schemas"]["Coalescing"];
        };
        /**
         * @description What is read from a backend, or changed in it.
         * @example {
         *       "upstream": "backend/erp/v1 read",
         *       "owner": "finance-systems",
         *       "settings": {
         *         "retry": {
         *           "retriesMax": 3,
         *           "firstDelayMs": 1000,
         *           "jitter": 0.5
         *         },
         *         "budget": {
         *           "ratio": 0.2,
         *           "perSecond": 10
         *         },
         *         "breaker": {
         *           "windowMs": 10000,
         *           "failureRatio": 0.5,
         *           "openMs": [
         *             5000,
         *             10000
         *           ]
         *         },
         *         "bulkhead": {
         *           "limit": 50,
         *           "queue": 50,
         *           "waitMs": 100
         *         }
         *       },
         *       "breaker": {
         *         "state": "closed",
         *         "calls": 112,
         *         "failures": 1,
         *         "openForMs": 0
         *       },
         *       "bulkhead": {
         *         "inFlight": 3,
         *         "waiting": 0,
         *         "limit": 50
         *       },
         *       "budget": {
         *         "available": 25,
         *         "spent": 1,
         *         "refused": 0
         *       },
         *       "pause": {
         *         "forMs": 0,
         *         "waiting": 0
         *       },
         *       "hedge": {
         *         "sent": 0,
         *         "won": 0
         *       }
         *     }
         */
        readonly Upstream: {
            /** @description The backend, and `read` or `write`. */
            readonly upstream: string;
            /** @description The team that answers for the backend. */
            readonly owner: string;
            readonly settings: components["schemas"]["Settings"];
            readonly breaker: components["schemas"]["Breaker"];
            readonly bulkhead: components["schemas"]["Bulkhead"];
            readonly budget: components["schemas"]["Budget"];
            readonly pause: components["schemas"]["Pause"];
            readonly hedge: components["schemas"]["Hedge"];
        };
        /**
         * @description The settings of each policy: the gateway's own, unless the contract of the backend (`x-policies`) or the deployment knows better.
         * @example {
         *       "retry": {
         *         "retriesMax": 3,
         *         "firstDelayMs": 1000,
         *         "jitter": 0.5
         *       },
         *       "budget": {
         *         "ratio": 0.2,
         *         "perSecond": 10
         *       },
         *       "breaker": {
         *         "windowMs": 10000,
         *         "failureRatio": 0.5,
         *         "openMs": [
         *           5000,
         *           10000
         *         ]
         *       },
         *       "bulkhead": {
         *         "limit": 50,
         *         "queue": 50,
         *         "waitMs": 100
         *       }
         *     }
         */
        readonly Settings: {
            readonly [key: string]: {
                readonly [key: string]: number | readonly number[];
            };
        };
        /**
         * @description Whether calls pass.
         * @example {
         *       "state": "closed",
         *       "calls": 112,
         *       "failures": 1,
         *       "openForMs": 0
         *     }
         */
        readonly Breaker: {
            /**
             * @description Closed, calls pass; open, none does; half-open, a few find out.
             * @enum {unknown}
             */
            readonly state: "closed" | "open" | "half-open";
            /** @description Calls in the window. */
            readonly calls: number;
            /** @description Those of them that failed. */
            readonly failures: number;
            /** @description Until a few calls are let through to find out. */
            readonly openForMs: number;
        };
        /**
         * @description How many calls are under way at once.
         * @example {
         *       "inFlight": 3,
         *       "waiting": 0,
         *       "limit": 50
         *     }
         */
        readonly Bulkhead: {
            readonly inFlight: number;
            /** @description Calls that wait for their turn. */
            readonly waiting: number;
            /** @description The most that may be under way now; less than the setting while the system gets its load back. */
            readonly limit: number;
        };
        /**
         * @description How many retries can be afforded.
         * @example {
         *       "available": 25,
         *       "spent": 1,
         *       "refused": 0
         *     }
         */
        readonly Budget: {
            readonly available: number;
            readonly spent: number;
            readonly refused: number;
        };
        /**
         * @description Whether the system asked to be left alone (`Retry-After`).
         * @example {
         *       "forMs": 0,
         *       "waiting": 0
         *     }
         */
        readonly Pause: {
            /** @description How long it still is. */
            readonly forMs: number;
            /** @description Calls that wait for its end. */
            readonly waiting: number;
        };
        /**
         * @description Slow reads that were sent a second time.
         * @example {
         *       "sent": 0,
         *       "won": 0
         *     }
         */
        readonly Hedge: {
            readonly sent: number;
            /** @description Those that answered first. */
            readonly won: number;
        };
        /**
         * @description Replies that are kept (`x-cache`).
         * @example {
         *       "replies": 12,
         *       "size": 40960,
         *       "hits": 310,
         *       "misses": 22,
         *       "stale": 0
         *     }
         */
        readonly Cache: {
            readonly replies: number;
            /** @description Their length as JSON. */
            readonly size: number;
            readonly hits: number;
            readonly misses: number;
            /** @description Old replies given because a system failed. */
            readonly stale: number;
        };
        /**
         * @description Callers who ask the same at the same time.
         * @example {
         *       "underWay": 0,
         *       "joined": 17
         *     }
         */
        readonly Coalescing: {
            /** @description Attempts that can be joined now. */
            readonly underWay: number;
            /** @description Callers who joined one. */
            readonly joined: number;
        };
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
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getPolicies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The policies of this process. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "upstreams": [
                     *         {
                     *           "upstream": "backend/erp/v1 read",
                     *           "owner": "finance-systems",
                     *           "settings": {
                     *             "retry": {
                     *               "retriesMax": 3,
                     *               "firstDelayMs": 1000,
                     *               "jitter": 0.5
                     *             },
                     *             "budget": {
                     *               "ratio": 0.2,
                     *               "perSecond": 10
                     *             },
                     *             "breaker": {
                     *               "windowMs": 10000,
                     *               "failureRatio": 0.5,
                     *               "openMs": [
                     *                 5000,
                     *                 10000
                     *               ]
                     *             },
                     *             "bulkhead": {
                     *               "limit": 50,
                     *               "queue": 50,
                     *               "waitMs": 100
                     *             }
                     *           },
                     *           "breaker": {
                     *             "state": "closed",
                     *             "calls": 112,
                     *             "failures": 1,
                     *             "openForMs": 0
                     *           },
                     *           "bulkhead": {
                     *             "inFlight": 3,
                     *             "waiting": 0,
                     *             "limit": 50
                     *           },
                     *           "budget": {
                     *             "available": 25,
                     *             "spent": 1,
                     *             "refused": 0
                     *           },
                     *           "pause": {
                     *             "forMs": 0,
                     *             "waiting": 0
                     *           },
                     *           "hedge": {
                     *             "sent": 0,
                     *             "won": 0
                     *           }
                     *         }
                     *       ],
                     *       "cache": {
                     *         "replies": 12,
                     *         "size": 40960,
                     *         "hits": 310,
                     *         "misses": 22,
                     *         "stale": 0
                     *       },
                     *       "coalescing": {
                     *         "underWay": 0,
                     *         "joined": 17
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Policies"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
}
