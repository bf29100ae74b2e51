-- The board reads published posts in their order. With the state in the index, no other index looks better to the planner:
-- with a partial one it sorted all posts anew for each page (68 ms instead of 0.2 ms at 10,000 posts).
DROP INDEX posts_on_board;
CREATE INDEX posts_on_board ON posts (state, published_at, id);
