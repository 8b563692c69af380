using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>A paged list of acts on the home page, newest first.</summary>
public abstract class ExchangeSection(ActReader actReader, HomeMessages messages) : IHomeSection
{
    /// <summary>The number of acts on a page.</summary>
    public const int PageLength = 5;

    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken)
    {
        var before = Read(pagination.Of(Name));
        var places = await PlacesAsync(person, before, PageLength + 1, cancellationToken);
        var page = places.Take(PageLength).ToList();
        var found = await actReader.FindAsync([.. page.Select(place => place.ActId)], cancellationToken);
        var older = places.Count > PageLength ? pagination.With(Name, Write(page[^1])) : null;
        var newest = before is null ? null : pagination.With(Name, null);
        return messages.Acts(Name, person, [.. page.Select(place => found.First(act => act.Id == place.ActId))], older, newest);
    }

    /// <summary>Returns the positions of the acts, newest first.</summary>
    protected abstract Task<IReadOnlyList<ActPosition>> PlacesAsync(
        Person person,
        ActPosition? before,
        int limit,
        CancellationToken cancellationToken);

    private static string Write(ActPosition place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.OccurredAt.UtcTicks}.{place.ActId:N}");

    private static ActPosition? Read(string? page) =>
        page?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, out var actId)
            ? new ActPosition(new DateTimeOffset(at, TimeSpan.Zero), actId)
            : null;
}
