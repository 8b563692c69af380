using System.Collections.Immutable;

namespace RelateBot.Bot.Features.Home;

/// <summary>
/// Which page each section of a home page shows. Sections that aren't named show the first page. It's stored in the value of a button.
/// </summary>
public sealed record HomePagination
{
    /// <summary>The first page of every section.</summary>
    public static readonly HomePagination First = new();

    private ImmutableSortedDictionary<string, string> Pages { get; init; } = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal);

    /// <summary>Reads a button's value. Invalid parts are ignored.</summary>
    public static HomePagination Decode(string value) => new()
    {
        Pages = value
            .Split('&')
            .Select(pair => pair.Split('='))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0], StringComparer.Ordinal)
            .ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
    };

    /// <summary>The page of a section, in the section's own format; null for the first.</summary>
    public string? Of(string section) => Pages.GetValueOrDefault(section);

    /// <summary>Returns a copy in which one section shows another page; null for the first.</summary>
    public HomePagination With(string section, string? page) =>
        this with { Pages = page is null ? Pages.Remove(section) : Pages.SetItem(section, page) };

    /// <summary>Returns the value for a button.</summary>
    public string Encode() => string.Join('&', Pages.Select(page => $"{page.Key}={page.Value}"));
}
