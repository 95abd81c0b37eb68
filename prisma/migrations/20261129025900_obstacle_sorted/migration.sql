-- Down the ladder goes what a leader hands over to a department, and what is of another kind after all while nobody has it.
CREATE OR REPLACE FUNCTION "obstacle_goes_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ladder text[] := ARRAY['unit', 'department', 'sponsor', 'commander'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD."standing" = 'closed' THEN
    RAISE EXCEPTION 'a closed obstacle is final, and none is ever deleted';
  END IF;
  IF NEW."version" < OLD."version" THEN
    RAISE EXCEPTION 'an obstacle never goes backwards';
  END IF;
  IF array_position(ladder, NEW."rung") < array_position(ladder, OLD."rung")
    AND NOT (NEW."rung" = 'department' AND NEW."handedOver" AND NEW."departmentId" IS NOT NULL)
    AND NOT (NEW."kind" <> OLD."kind" AND OLD."standing" = 'open' AND NEW."standing" = 'open') THEN
    RAISE EXCEPTION 'an obstacle never goes backwards';
  END IF;
  RETURN NEW;
END $$;
