// The first import of the page: under our content security policy zod must not even try `new Function`.
import { z } from 'zod'

z.config({ jitless: true })
