import { z } from 'zod'
import { dateSchema } from '../fields.ts'
import { PAGE_LIMIT } from './page-limit.ts'

/**
 * The page of a list: `offset` from 0, `limit` from 1 to `PAGE_LIMIT`. Both are optional; the
 * default is the first page.
 */
export const page = { offset: z.int().min(0).optional(), limit: z.int().min(1).max(PAGE_LIMIT).optional() }

/** The first and last day, both included. Both are optional; the default is without bounds. */
export const period = { from: dateSchema.optional(), to: dateSchema.optional() }
