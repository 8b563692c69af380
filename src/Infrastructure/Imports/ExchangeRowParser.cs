using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Imports;

/// <summary>Parses rows of exchanges.csv.</summary>
internal sealed partial class ExchangeRowParser(PeopleByEmail people, DateTimeOffset now)
{
    private const string DepartmentPrefix = "department:";

    public static readonly ImmutableArray<string> Required = ["occurred_at", "kind", "from_email", "to"];

    public static readonly ImmutableArray<string> Optional = ["note", "values", "visibility"];

    private static readonly string[] Times =
        [
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            "yyyy-MM-dd'T'HH:mm:ssK",
            "yyyy-MM-dd'T'HH:mmK",
            "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
            "yyyy-MM-dd HH:mm:ssK",
            "yyyy-MM-dd HH:mmK",
            "yyyy-MM-dd"
        ];

    /// <summary>Parses a row.</summary>
    /// <returns>The row, or null and every fault in it.</returns>
    public (ExchangeRow? Row, string Faults) Read(CsvRow csv)
    {
        var faults = new List<string>();
        var from = ReadPerson(csv["from_email"], "from_email", faults);
        var (toPersonId, toDepartmentId) = ReadReceiver(csv["to"], faults);
        if (toPersonId is not null && toPersonId == from?.Id)
        {
            faults.Add("Giver and receiver are the same person.");
        }

        var row = new ExchangeRow
        {
            OccurredAt = ReadTime(csv["occurred_at"], faults),
            Kind = ReadWord<ExchangeKind>(csv["kind"], "kind", faults),
            FromPersonId = from?.Id ?? Guid.Empty,
            FromDepartmentId = from?.DepartmentId,
            ToPersonId = toPersonId,
            ToDepartmentId = toDepartmentId,
            Note = ReadNote(csv["note"], faults),
            Values = ReadValues(csv["values"], faults),
            Visibility = csv["visibility"].Length == 0 ? Visibility.Public : ReadWord<Visibility>(csv["visibility"], "visibility", faults),
        };
        return faults.Count == 0 ? (row, "") : (null, string.Join(' ', faults));
    }

    private static T ReadWord<T>(string text, string column, List<string> faults)
        where T : struct, Enum
    {
        // Enum.TryParse would also accept numbers.
        var name = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name is null)
        {
            faults.Add($"\"{text}\" isn't a valid {column}. Use one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        }

        return name is null ? default : Enum.Parse<T>(name);
    }

    private static string ReadNote(string text, List<string> faults)
    {
        if (text.Length > ThanksLimits.Note)
        {
            faults.Add($"The note has {text.Length:N0} characters; at most {ThanksLimits.Note:N0}.");
        }

        return text.ReplaceLineEndings("\n");
    }

    private static ImmutableArray<string> ReadValues(string text, List<string> faults)
    {
        var values = text.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(value => value.TrimStart('#').ToLowerInvariant())
            .Where(value => value.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        if (values.Length > ThanksLimits.Values || !values.All(value => Tag().IsMatch(value)))
        {
            faults.Add(
                $"Values are at most {ThanksLimits.Values} words like patience: a letter, then letters, digits, - and _, at most 40 "
                    + $"characters.");
        }

        return values;
    }

    // The same format as a #tag in chat.
    [GeneratedRegex(@"^[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    private PeopleByEmail.KnownPerson? ReadPerson(string email, string column, List<string> faults)
    {
        var person = people.Person(email);
        if (person is null)
        {
            faults.Add(email.Length == 0 ? $"{column} is missing." : $"No one in the roster has the e-mail address {email}.");
        }
        else if (person.Value.IsBot)
        {
            faults.Add($"{email} is a bot. Bots can't give or receive.");
        }

        return person;
    }

    private (Guid? PersonId, Guid? DepartmentId) ReadReceiver(string text, List<string> faults)
    {
        if (!text.StartsWith(DepartmentPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var person = ReadPerson(text, "to", faults);
            return (person?.Id, person?.DepartmentId);
        }

        var name = text[DepartmentPrefix.Length..].Trim();
        var department = people.Department(name);
        if (department is null)
        {
            faults.Add($"There is no department {name}.");
        }

        return (null, department);
    }

    private DateTimeOffset ReadTime(string text, List<string> faults)
    {
        if (!DateTimeOffset.TryParseExact(
            text,
            Times,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time))
        {
            faults.Add($"\"{text}\" is no time; write it like 2026-03-05T14:30:00+01:00.");
        }
        else if (time > now)
        {
            faults.Add($"{text} is in the future.");
        }
        else if (time < DateTimeOffset.UnixEpoch)
        {
            faults.Add($"{text} is before 1970.");
        }

        return time;
    }
}
