using System.Globalization;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>A list of acts on the home page, newest first, some at a time.</summary>
public abstract class ExchangeSection(Acts acts, HomeMessages messages) : IHomeSection
{
    /// <summary>How many acts stand on a page.</summary>
    public const int PageLength = 5;

    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public async Task<ChatSection?> DrawAsync(Person person, HomePages pages, CancellationToken cancellationToken)
    {
        var before = Read(pages.Of(Name));
        var places = await PlacesAsync(person, before, PageLength + 1, cancellationToken);
        var page = places.Take(PageLength).ToList();
        var found = await acts.FindAsync([.. page.Select(place => place.ActId)], cancellationToken);
        var older = places.Count > PageLength ? pages.With(Name, Write(page[^1])) : null;
        var newest = before is null ? null : pages.With(Name, null);
        return messages.Acts(Name, person, [.. page.Select(place => found.First(act => act.Id == place.ActId))], older, newest);
    }

    /// <summary>Which acts, newest first.</summary>
    protected abstract Task<IReadOnlyList<ActPlace>> PlacesAsync(Person person, ActPlace? before, int limit, CancellationToken cancellationToken);

    private static string Write(ActPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.OccurredAt.UtcTicks}.{place.ActId:N}");

    private static ActPlace? Read(string? page) =>
        page?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, out var actId)
            ? new ActPlace(new DateTimeOffset(at, TimeSpan.Zero), actId)
            : null;
}
