import { createContext, useContext } from 'react';
import { en, type Strings } from './en.ts';

/** The catalogue in use; another language is another value of the same type. */
const StringsContext = createContext<Strings>(en);

export function useStrings(): Strings {
  return useContext(StringsContext);
}
