import { fileURLToPath } from 'node:url';

/** The plan of the demonstration, and of local workspaces that name none. */
export const seedPlan = fileURLToPath(new URL('../../prisma/seed/dong-e-2020.yaml', import.meta.url));
