-- The functional mail address of an organisation, for the mail that reminds it: set by an administrator, told to administrators alone.
ALTER TABLE organisations ADD COLUMN mail TEXT;
