import type { Prisma, PrismaClient } from './generated/client.js';

/** Where statements run: the store itself, or the transaction that is open. */
export type Database = PrismaClient | Prisma.TransactionClient;
