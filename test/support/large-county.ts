// The bench runs without a compiler, so the filling itself is there.
export { fillProgram } from '../bench/large-county.mjs';
