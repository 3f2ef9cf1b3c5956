// A namespace import lets bundlers drop the languages and builders that are not used.
import * as z from 'zod'

export { z }
