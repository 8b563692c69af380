using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>A person's open asks, and the asks that they help with, on their home page.</summary>
public sealed class AsksSection(IAskStore asks, AskReader reader) : IHomeSection
{
    private const int Most = 5;
    private const int LongestText = 200;

    public string Name => "asks";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken)
    {
        var blocks = ImmutableArray.CreateBuilder<ChatBlock>();
        foreach (var ask in (await asks.GetActiveByAskerAsync(person.Id, cancellationToken)).Take(Most))
        {
            var details = await reader.DescribeAsync(ask, cancellationToken);
            blocks.Add(new ChatBlock.Paragraph(details.Helpers.IsEmpty
                ? ChatText.Of("You asked; nobody has taken it yet:")
                : ChatText.Of($"You asked; {ChatText.List(details.Helpers)} {(details.Helpers.Length > 1 ? "are" : "is")} on it:")));
            blocks.Add(new ChatBlock.Quote(ask.Text.Clip(LongestText)));
            blocks.Add(new ChatBlock.Buttons(
            [
                .. details.Helpers.IsEmpty ? [] : new[] { new ChatButton(AskMessages.SolvedAction, ask.Id.ToString("N"), "It is solved") },
                new ChatButton(AskMessages.WithdrawAction, ask.Id.ToString("N"), "No longer needed"),
            ]));
        }

        foreach (var ask in (await asks.GetTakenByHelperAsync(person.Id, cancellationToken)).Take(Most))
        {
            var details = await reader.DescribeAsync(ask, cancellationToken);
            blocks.Add(new ChatBlock.Paragraph(ChatText.Of($"You are helping {details.Asker}:")));
            blocks.Add(new ChatBlock.Quote(ask.Text.Clip(LongestText)));
            blocks.Add(new ChatBlock.Buttons(
            [
                new ChatButton(AskMessages.SolvedAction, ask.Id.ToString("N"), "It is solved"),
                new ChatButton(AskMessages.HandBackAction, ask.Id.ToString("N"), "Hand it back"),
            ]));
        }

        if (blocks.Count == 0)
        {
            blocks.Add(new ChatBlock.Paragraph(ChatText.Of(
                "Nothing open. Most help starts with somebody asking, and most people like to be asked.")));
        }

        blocks.Add(new ChatBlock.Buttons([new ChatButton(AskMessages.FormAction, "", "Ask for help")]));
        return new ChatSection("Asks", blocks.ToImmutable());
    }
}
