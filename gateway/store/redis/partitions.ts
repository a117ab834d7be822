/**
 * Spreads records over a cluster. A record, its entries in the sets of what is due and parked, and its events change in
 * one script, so they live in one slot: that of their partition.
 */
import { crc32 } from 'node:zlib'

/** Part of the format: another number would not find the records that exist. */
export const PARTITIONS = 16

export const partitionOf = (id: string): number => crc32(id) % PARTITIONS

export interface Keys {
  record(id: string): string
  readonly due: string
  readonly parked: string
  readonly outbox: string
}

export function keysOf(partition: number): Keys {
  const slot = `strata:{${partition}}`
  return {
    record: (id) => `${slot}:write:${id}`,
    due: `${slot}:due`,
    parked: `${slot}:parked`,
    outbox: `${slot}:outbox`,
  }
}
