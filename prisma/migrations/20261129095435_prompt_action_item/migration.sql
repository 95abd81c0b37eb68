-- CreateTable
CREATE TABLE "prompt_action_item" (
    "promptId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "due" VARCHAR(10) NOT NULL,

    CONSTRAINT "prompt_action_item_pkey" PRIMARY KEY ("promptId","itemId")
);

-- CreateIndex
CREATE INDEX "prompt_action_item_itemId_idx" ON "prompt_action_item"("itemId");
