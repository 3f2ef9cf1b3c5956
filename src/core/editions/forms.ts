import { form2019 } from './2019.ts'
import { form2021 } from './2021.ts'
import type { EditionForm } from './form.ts'

/** Every official form, oldest first. A new one is one file and one line here. */
export const forms = [form2019, form2021] as const satisfies readonly EditionForm[]
