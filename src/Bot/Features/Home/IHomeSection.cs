using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>A section of the home page. Features register their own; sections are shown in the order of registration.</summary>
public interface IHomeSection
{
    /// <summary>The section's name in <see cref="HomePagination"/>: a few lower-case letters.</summary>
    string Name { get; }

    /// <summary>Renders the section for this person; null when there is nothing to show.</summary>
    Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken);
}
