using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>
/// A part of the home page. A feature that has something to show there registers one; they stand in the order of registration.
/// </summary>
public interface IHomeSection
{
    /// <summary>Its name in <see cref="HomePagination"/>: a few small letters.</summary>
    string Name { get; }

    /// <summary>What it shows this person, or null when it has nothing for them.</summary>
    Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken);
}
