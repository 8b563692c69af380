using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>A person's prompt settings on their home page.</summary>
public sealed class PromptSection(PromptSettings settings) : IHomeSection
{
    public string Name => "prompts";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken) =>
        new("Prompts", PromptSettingsMessages.Blocks(await settings.ViewAsync(person, cancellationToken)));
}
