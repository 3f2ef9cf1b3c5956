import type { Profile } from '../core/index.ts'

export const profiles: readonly Profile[] = ['standard', 'strict']
