using RelateBot.Bot.Chat;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>A part of the home page. A feature that has something to show there registers one; they stand in the order of registration.</summary>
public interface IHomeSection
{
    /// <summary>Its name in <see cref="HomePages"/>: a few small letters.</summary>
    string Name { get; }

    /// <summary>What it shows this person, or null when it has nothing for them.</summary>
    Task<ChatSection?> DrawAsync(Person person, HomePages pages, CancellationToken cancellationToken);
}
