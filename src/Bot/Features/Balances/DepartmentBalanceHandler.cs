using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>
/// Shows the head of a department its balance with other departments. Departments that are too small to hide their people have no figures.
/// </summary>
public sealed class DepartmentBalanceHandler(
    DepartmentPages pages,
    IBalanceReader balances,
    IPeopleDirectory directory,
    IOptions<PrivacyOptions> privacy,
    TimeProvider clock)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    /// <summary>Handles a tap on the department's page.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(action.Value, out var id)
            || await pages.FindAsync(id, cancellationToken) is not { } page
            || !page.IsLedBy(context.Sender))
        {
            return new ChatReply.Answer(DepartmentBalanceMessages.HeadsOnly());
        }

        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime - Recent);
        var recent = await balances.GetDepartmentBalancesAsync(id, Period.AllTime with { From = since }, cancellationToken);
        var always = await balances.GetDepartmentBalancesAsync(id, Period.AllTime, cancellationToken);
        var others = await directory.GetDepartmentsAsync([.. always.Select(balance => balance.OtherId)], cancellationToken);
        var sizes = await balances.GetDepartmentSizesAsync([id, .. others.Select(other => other.Id)], cancellationToken);
        var ownIsLargeEnough = IsLargeEnough(id);
        return new ChatReply.Answer(DepartmentBalanceMessages.Around(
            page.Department,
            privacy.Value.MinimumGroup,
            [
                .. others.OrderBy(other => other.NameKey, StringComparer.Ordinal).Select(other => new DepartmentBalanceLine(
                    other,
                    recent.FirstOrDefault(balance => balance.OtherId == other.Id)?.Balance ?? Balance.Of([]),
                    always.First(balance => balance.OtherId == other.Id).Balance,
                    ownIsLargeEnough && IsLargeEnough(other.Id))),
            ]));

        bool IsLargeEnough(Guid departmentId) => sizes.GetValueOrDefault(departmentId) >= privacy.Value.MinimumGroup;
    }
}
