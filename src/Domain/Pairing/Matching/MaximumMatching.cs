namespace RelateBot.Domain.Pairing.Matching;

/// <summary>
/// Edmonds' blossom algorithm: makes a matching as large as it can be, whoever was matched before stays so. The graph is asked for
/// rather than listed, for it is dense: then nearly every search ends at once, at the first free partner of a partner. What a search
/// in vain has seen can never be part of a way, and no later one looks at it again, so all of those together look at each pair once.
/// </summary>
internal sealed class MaximumMatching(int[] partners, Func<int, int, bool> areJoined)
{
    /// <summary>Who has no partner.</summary>
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

        /// <summary>Reached by a way on which a partner of their own may be given up.</summary>
        Outer,

        /// <summary>Reached as somebody's wish.</summary>
        Inner,
    }

    /// <summary>
    /// Finds partners for as many of these people as possible, among these people. The partners that they have must be among them as well.
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
                    // A way of odd length back to itself: whoever is on it can be reached as a wish and as a partner, so it is one point
                    // from now on.
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

    /// <summary>Everybody on the way takes the partner they wished for.</summary>
    private void Flip(int person)
    {
        while (person != Nobody)
        {
            var wished = from[person];
            (partners[person], partners[wished], person) = (wished, person, partners[wished]);
        }
    }

    /// <summary>Where the ways of two people to the root join.</summary>
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
    /// Only the stem of an earlier blossom takes all of it along: before that the way through it, which ends there, is not walked to its
    /// end.
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
