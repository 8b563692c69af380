namespace RelateBot.Domain.Pairing.Matching;

/// <summary>
/// Edmonds' blossom algorithm: extends an existing matching to a maximum one; matched people stay matched. Edges come from a callback
/// because the graph is dense. Nodes seen by a failed search are never searched again.
/// </summary>
internal sealed class MaximumMatching(int[] partners, Func<int, int, bool> areJoined)
{
    /// <summary>Marks a person without a partner.</summary>
    public const int Nobody = -1;

    private readonly Side[] sides = new Side[partners.Length];
    private readonly int[] from = new int[partners.Length];
    private readonly int[] blossoms = new int[partners.Length];
    private readonly int[] seenAt = new int[partners.Length];
    private readonly Queue<int> open = new();
    private int walk;

    private enum Side
    {
        /// <summary>Not reached yet.</summary>
        Unseen,

        /// <summary>Reached on an alternating path of even length: this person may give up their partner.</summary>
        Outer,

        /// <summary>Reached on an alternating path of odd length: someone's wished partner.</summary>
        Inner,
    }

    /// <summary>
    /// Finds partners for as many of these people as possible, within the group. Partners that they already have must be in the group too.
    /// </summary>
    public void Improve(IReadOnlyCollection<int> people)
    {
        var left = people.ToList();
        foreach (var person in people.Where(person => partners[person] == Nobody))
        {
            if (partners[person] == Nobody && !TryFindPartner(person, left))
            {
                left.RemoveAll(seen => sides[seen] is not Side.Unseen);
            }
        }
    }

    private bool TryFindPartner(int root, List<int> people)
    {
        var free = people.FindAll(person => partners[person] == Nobody && person != root);
        foreach (var person in people)
        {
            (sides[person], blossoms[person], from[person]) = (Side.Unseen, person, Nobody);
        }

        open.Clear();
        Reach(root);
        while (open.TryDequeue(out var person))
        {
            if (free.FindIndex(other => areJoined(person, other)) is var found and >= 0)
            {
                from[free[found]] = person;
                Flip(free[found]);
                return true;
            }

            foreach (var other in people)
            {
                if (sides[other] is Side.Unseen && partners[other] != Nobody && areJoined(person, other))
                {
                    (sides[other], from[other]) = (Side.Inner, person);
                    Reach(partners[other]);
                }
                else if (sides[other] is Side.Outer && BlossomOf(person) != BlossomOf(other) && areJoined(person, other))
                {
                    // An odd cycle (blossom). Everyone on it can be both outer and inner, so it is contracted to one node.
                    var stem = Meet(person, other);
                    Shrink(person, other, stem);
                    Shrink(other, person, stem);
                }
            }
        }

        return false;
    }

    private void Reach(int person)
    {
        sides[person] = Side.Outer;
        open.Enqueue(person);
    }

    /// <summary>Augments along the path: everyone takes the partner they wished for.</summary>
    private void Flip(int person)
    {
        while (person != Nobody)
        {
            var wished = from[person];
            (partners[person], partners[wished], person) = (wished, person, partners[wished]);
        }
    }

    /// <summary>Finds where the paths of two people to the root meet.</summary>
    private int Meet(int one, int other)
    {
        for (walk++; ; (one, other) = (other, one))
        {
            if (one == Nobody)
            {
                continue;
            }

            one = BlossomOf(one);
            if (seenAt[one] == walk)
            {
                return one;
            }

            seenAt[one] = walk;
            one = partners[one] == Nobody ? Nobody : from[partners[one]];
        }
    }

    private void Shrink(int person, int towards, int stem)
    {
        while (BlossomOf(person) != stem)
        {
            from[person] = towards;
            towards = partners[person];
            if (sides[towards] is Side.Inner)
            {
                Reach(towards);
            }

            Join(person, stem);
            Join(towards, stem);
            person = from[towards];
        }
    }

    /// <summary>
    /// Only the stem of an earlier blossom is moved, which moves all of that blossom: the path through it ends at its stem.
    /// </summary>
    private void Join(int person, int stem)
    {
        if (blossoms[person] == person)
        {
            blossoms[person] = stem;
        }
    }

    private int BlossomOf(int person)
    {
        while (blossoms[person] != person)
        {
            person = blossoms[person] = blossoms[blossoms[person]];
        }

        return person;
    }
}
