import { useMemo } from 'react'
import type { OwnPreset } from '../../shared/contract/own-preset.ts'
import { ownAsPreset, PRESETS, type Preset } from '../../shared/contract/presets.ts'
import { useStore } from './store.ts'

const NONE: readonly OwnPreset[] = []

/** The platforms' presets, followed by the person's own. */
export function allPresets(): readonly Preset[] {
  return [...PRESETS, ...(useStore.getState().preferences?.ownPresets ?? NONE).map(ownAsPreset)]
}

/** `allPresets` for a component. */
export function usePresets(): readonly Preset[] {
  const own = useStore(state => state.preferences?.ownPresets ?? NONE)
  return useMemo(() => [...PRESETS, ...own.map(ownAsPreset)], [own])
}
