using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Reading;

/// <summary>
/// Finds the person or department with a typed name: an exact handle or name, a full name with spaces, or a unique prefix.
/// </summary>
public sealed class NameResolver(IPeopleDirectory directory)
{
    /// <summary>The most candidates to offer. If there are more, the writer is asked for more letters.</summary>
    public const int MostCandidates = 5;

    // A single letter without an @ is rarely a name.
    private const int ShortestBareName = 2;

    /// <summary>Resolves the name at the start of the text after an <c>@</c>.</summary>
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
    /// Resolves a name without an <c>@</c> at the start of a text: a full name, a handle or a first name, but not a shorter prefix. It may
    /// be an ordinary word, so the result always has candidates, even if there is only one. Null when it isn't a name.
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

    /// <summary>Returns the longest full name at the start of the text and everyone with that name; null when there is none.</summary>
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

/// <summary>The result of resolving a name that was typed after <c>@</c>.</summary>
/// <param name="Length">How many characters of the text the name takes.</param>
/// <param name="Typed">Those characters.</param>
/// <param name="Receiver">The person or department; null when more than one could be meant.</param>
/// <param name="Candidates">The people and departments that could be meant; empty when the name is clear.</param>
public sealed record NameMatch(int Length, string Typed, Receiver? Receiver, ImmutableArray<NamedReceiver> Candidates);
