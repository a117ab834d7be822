/** Begins a call so that it ends in one way only: a mistake made before there is a promise is a rejection as well. */
import type { Send } from '../policy.ts'

export const begin: (next: Send, ...args: Parameters<Send>) => ReturnType<Send> = (next, request, call) => {
  try {
    return next(request, call)
  } catch (error) {
    return Promise.reject(error)
  }
}
