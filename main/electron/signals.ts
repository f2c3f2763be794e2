/** The signals by which a person, or a system shutting down, stops a command. */
export const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
