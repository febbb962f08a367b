-- Touches are asked by a query that knows the own addresses (conversations/touch-query.ts): through this view the planner
-- went from every mail that a member ever wrote to find those to one person.
drop view conversations.touch;
