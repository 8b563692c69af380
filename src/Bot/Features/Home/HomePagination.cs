using System.Collections.Immutable;

namespace RelateBot.Bot.Features.Home;

/// <summary>
/// Which page each section of a home page is turned to; those not named show the first. It travels in the value of a button.
/// </summary>
public sealed record HomePagination
{
    /// <summary>The latest of everything.</summary>
    public static readonly HomePagination First = new();

    private ImmutableSortedDictionary<string, string> Pages { get; init; } = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal);

    /// <summary>Out of a button's value; what is no page there shows the first.</summary>
    public static HomePagination Decode(string value) => new()
    {
        Pages = value
            .Split('&')
            .Select(pair => pair.Split('='))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0], StringComparer.Ordinal)
            .ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
    };

    /// <summary>The page of a section, in its own words; null for the first.</summary>
    public string? Of(string section) => Pages.GetValueOrDefault(section);

    /// <summary>The same with one section turned to another page; null for the first.</summary>
    public HomePagination With(string section, string? page) =>
        this with { Pages = page is null ? Pages.Remove(section) : Pages.SetItem(section, page) };

    /// <summary>As a button's value.</summary>
    public string Encode() => string.Join('&', Pages.Select(page => $"{page.Key}={page.Value}"));
}
