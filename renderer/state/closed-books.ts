import { ask } from './confirmation.ts'
import { record } from './record.ts'
import { useStore } from './store.ts'

/** Asks whether to reopen the books, and reopens them. */
export function askToReopen(): void {
  const until = useStore.getState().book?.closedUntil
  if (until === undefined || until === null) return
  ask({
    title: { key: 'reopen.title' },
    about: { key: 'reopen.about', params: { until: { day: until } } },
    know: [],
    stay: { key: 'reopen.stay' },
    act: { key: 'reopen.act' },
    perform: async () => {
      const answer = await record({ type: 'close-books', until: null })
      return answer.ok ? null : answer.error
    },
  })
}
