/**
 * Keys know nothing of versions. What is derived for an operation is the same in every version of its API, and what the
 * first one derived: so a wish stays that wish when its client, or a layer between, goes over to the next version.
 */

/** As `system/erp/v1` of `system/erp/v2`. */
export const firstVersionOf = (id: string): string => id.replace(/\/v\d+$/, '/v1')
