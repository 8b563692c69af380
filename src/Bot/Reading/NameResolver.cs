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

    /// <summary>Resolves the name at the start of the text after an <c>@</c>.</summary>
    public async Task<NameMatch> MatchAsync(string text, CancellationToken cancellationToken)
    {
        var word = FirstWord(text);
        var key = SearchKey.Of(word);
        if (key.Length == 0)
        {
            return new NameMatch(word.Length, word, new Receiver.Unknown(word), []);
        }

        var people = await directory.FindPeopleByPrefixAsync(key, MostCandidates * 10, cancellationToken);
        var departments = await directory.FindDepartmentsByPrefixAsync(key, MostCandidates * 10, cancellationToken);

        var whole = people.Select(person => (Name: person.NameKey, Receiver: (Receiver)new Receiver.Person(person.Id)))
            .Concat(
                departments.Select(department => (Name: department.NameKey, Receiver: (Receiver)new Receiver.Department(department.Id))))
            .Select(named => (named.Receiver, Length: LengthOf(named.Name, text)))
            .Where(named => named.Length > 0).OrderByDescending(named => named.Length).ToList();
        if (whole.Count == 1 || (whole.Count > 1 && whole[0].Length > whole[1].Length))
        {
            return new NameMatch(whole[0].Length, text[..whole[0].Length], whole[0].Receiver, []);
        }

        var exact = departments
            .Where(department => department.HandleKey == key)
            .Select(department => (Receiver)new Receiver.Department(department.Id))
            .Concat(people.Where(person => person.HandleKey == key).Select(person => (Receiver)new Receiver.Person(person.Id))).ToList();
        if (exact.Count == 1)
        {
            return new NameMatch(word.Length, word, exact[0], []);
        }

        ImmutableArray<NamedReceiver> candidates =
        [
            .. people.Select(person =>
                new NamedReceiver(new Receiver.Person(person.Id),
                    person.Handle is null ? person.Name : $"{person.Name} (@{person.Handle})")),
            .. departments.Select(
                department => new NamedReceiver(new Receiver.Department(department.Id), $"{department.Name} (department)")),
        ];
        return candidates switch
        {
            [] => new NameMatch(word.Length, word, new Receiver.Unknown(word), []),
            [var only] => new NameMatch(word.Length, word, only.Receiver, []),
            _ => new NameMatch(word.Length, word, null, candidates),
        };
    }

    private static string FirstWord(string text)
    {
        var length = 0;
        while (length < text.Length
            && (char.IsLetterOrDigit(text[length]) || char.IsSurrogate(text[length]) || text[length] is '.' or '_' or '-' or '\'' or '’'
            || char.GetUnicodeCategory(text[length]) is System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            length++;
        }

        return text[..length].TrimEnd('.', '-', '\'', '’');
    }

    /// <summary>
    /// Returns the length of this name at the start of the text, ignoring case, accents and spacing; 0 when the text doesn't start with it.
    /// </summary>
    private static int LengthOf(string nameKey, string text)
    {
        var words = nameKey.Count(c => c == ' ') + 1;
        var position = 0;
        for (var i = 0; i < words; i++)
        {
            while (i > 0 && position < text.Length && text[position] == ' ')
            {
                position++;
            }

            position += FirstWord(text[position..]).Length;
        }

        return SearchKey.Of(text[..position]) == nameKey ? position : 0;
    }
}

/// <summary>The result of resolving a name that was typed after <c>@</c>.</summary>
/// <param name="Length">How many characters of the text the name takes.</param>
/// <param name="Typed">Those characters.</param>
/// <param name="Receiver">The person or department; null when more than one could be meant.</param>
/// <param name="Candidates">The people and departments that could be meant; empty when the name is clear.</param>
public sealed record NameMatch(int Length, string Typed, Receiver? Receiver, ImmutableArray<NamedReceiver> Candidates);
