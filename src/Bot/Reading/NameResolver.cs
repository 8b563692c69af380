using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Reading;

/// <summary>Finds who is meant by a typed name: an exact handle or name, a full name with spaces, or a unique prefix.</summary>
public sealed class NameResolver(IPeopleDirectory directory)
{
    /// <summary>Most candidates to choose from; with more, the writer is asked for more letters.</summary>
    public const int MostCandidates = 5;

    // A single letter is hardly ever a name that stands in a sentence without an @.
    private const int ShortestBareName = 2;

    /// <summary>Reads the name at the start of the text that follows an <c>@</c>.</summary>
    public async Task<NameMatch> MatchAsync(string text, CancellationToken cancellationToken)
    {
        var word = TypedName.FirstWord(text);
        var key = SearchKey.Of(word);
        if (key.Length == 0)
        {
            return new NameMatch(word.Length, word, new Receiver.Unknown(word), []);
        }

        var named = await FindByPrefixAsync(key, cancellationToken);
        var whole = LongestWholeName(named, text);
        if (whole is { Called: [var called] })
        {
            return new NameMatch(whole.Length, text[..whole.Length], called.Receiver, []);
        }

        if (whole is { Called.Count: > 1 } && whole.Length > word.Length)
        {
            return new NameMatch(whole.Length, text[..whole.Length], null, Candidates(whole.Called));
        }

        return (named.Where(candidate => candidate.HandleKey == key).ToList(), named) switch
        {
            ([var exact], _) => new NameMatch(word.Length, word, exact.Receiver, []),
            (_, []) => new NameMatch(word.Length, word, new Receiver.Unknown(word), []),
            (_, [var only]) => new NameMatch(word.Length, word, only.Receiver, []),
            _ => new NameMatch(word.Length, word, null, Candidates(named)),
        };
    }

    /// <summary>
    /// Reads a name at the start of a text that has no <c>@</c> before it: a full name, a handle or a first name, never a mere prefix.
    /// It may be a word as well, so everyone who could be meant is a candidate, even when there is only one. Null when it is no name.
    /// </summary>
    public async Task<NameMatch?> MatchBareAsync(string text, CancellationToken cancellationToken)
    {
        var word = TypedName.FirstWord(text);
        var key = SearchKey.Of(word);
        if (key.Length < ShortestBareName)
        {
            return null;
        }

        var named = await FindByPrefixAsync(key, cancellationToken);
        if (LongestWholeName(named, text) is { Called.Count: > 0 } whole && whole.Length > word.Length)
        {
            return new NameMatch(whole.Length, text[..whole.Length], null, Candidates(whole.Called));
        }

        List<Named> called =
            [.. named.Where(candidate =>
                candidate.HandleKey == key
                    || candidate.NameKey == key
                    || candidate.NameKey.StartsWith(key + " ", StringComparison.Ordinal))];
        return called.Count == 0 ? null : new NameMatch(word.Length, word, null, Candidates(called));
    }

    private async Task<List<Named>> FindByPrefixAsync(string key, CancellationToken cancellationToken)
    {
        var people = await directory.FindPeopleByPrefixAsync(key, MostCandidates * 10, cancellationToken);
        var departments = await directory.FindDepartmentsByPrefixAsync(key, MostCandidates * 10, cancellationToken);
        return
        [
            .. people.Select(person => new Named(
                new Receiver.Person(person.Id),
                person.NameKey,
                person.HandleKey,
                person.Handle is null ? person.Name : $"{person.Name} (@{person.Handle})")),
            .. departments.Select(department => new Named(
                new Receiver.Department(department.Id), department.NameKey, department.HandleKey, $"{department.Name} (department)")),
        ];
    }

    /// <summary>The longest name that stands there in full, and all who have it; null when none does.</summary>
    private static WholeName? LongestWholeName(List<Named> named, string text) => named.Count == 0
        ? null
        : TypedName.Ends(text).Reverse()
            .Select(end => (Key: SearchKey.Of(text[..end]), End: end))
            .Select(part => new WholeName([.. named.Where(candidate => candidate.NameKey == part.Key)], part.End))
            .FirstOrDefault(part => part.Called.Count > 0);

    private static ImmutableArray<NamedReceiver> Candidates(List<Named> named) =>
        [.. named.Select(candidate => new NamedReceiver(candidate.Receiver, candidate.Label))];

    private sealed record WholeName(List<Named> Called, int Length);

    private sealed record Named(Receiver Receiver, string NameKey, string? HandleKey, string Label);
}

/// <summary>Who is meant by a name that was typed after <c>@</c>.</summary>
/// <param name="Length">How many characters of the text the name took.</param>
/// <param name="Typed">Those characters.</param>
/// <param name="Receiver">Who it is; null when several could be meant.</param>
/// <param name="Candidates">Who could be meant; empty when it is clear.</param>
public sealed record NameMatch(int Length, string Typed, Receiver? Receiver, ImmutableArray<NamedReceiver> Candidates);
