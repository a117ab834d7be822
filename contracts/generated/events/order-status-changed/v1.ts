// Generated from contracts/events/order-status-changed/v1.yaml by `npm run generate`. Do not edit.
import { loadEvent } from '../../../runtime/event.ts'
import type { components } from './v1.types.ts'

export type Data = components['schemas']['Data']

export const event = loadEvent('events/order-status-changed/v1', import.meta.dirname)
