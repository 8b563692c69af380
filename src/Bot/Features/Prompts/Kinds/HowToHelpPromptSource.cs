using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Departments;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>For heads: is what your department's page says about helping it still true?</summary>
public sealed class HowToHelpPromptSource(PromptDataReader data, TimeProvider clock) : IPromptSource
{
    private static readonly TimeSpan fresh = TimeSpan.FromDays(90);

    public PromptKind Kind => PromptKind.HowToHelp;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var pages = await data.StalePagesAsync(
            [.. candidates.Select(candidate => candidate.Person.Id)],
            clock.GetUtcNow() - fresh,
            cancellationToken);
        return pages.ToDictionary(page => page.Key, page => Say(page.Value));
    }

    private static PromptContent Say(Department department) => new PromptContent
    {
        Reason = department.HowToHelpAt is { } at
            ? ChatText.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"you lead {department.Name} and its page was last looked at on {at:d MMMM}"))
            : ChatText.Of($"you lead {department.Name} and its page does not say yet how others can help"),
        ExtraBlocks = department.HowToHelpLines.IsEmpty ? [] : [new ChatBlock.Quote(string.Join('\n', department.HowToHelpLines))],
        Buttons =
        [
            new ChatButton(DepartmentMessages.EditAction, department.Id.ToString("N"), "Edit", ChatButtonLook.Primary),
            .. department.HowToHelpAt is null
                ? []
                : new[] { new ChatButton(DepartmentMessages.RenewAction, department.Id.ToString("N"), "Still true") },
        ],
        Subject = department.Id.ToString("N"),
    }.With(
        department.HowToHelpLines.IsEmpty ? "department" : "page",
        ChatText.Of($"{(department.HowToHelpLines.IsEmpty ? "" : "the page of ")}{department}"));
}
