-- The causes of one message begin alike (`message:C1:1.2`, `message:C1:1.2:edited:3.4`): in this order an index finds them.
ALTER TABLE "report" ALTER COLUMN "cause" TYPE TEXT COLLATE "C";
ALTER TABLE "figures" ALTER COLUMN "cause" TYPE TEXT COLLATE "C";
