using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>Hands out links to the pages.</summary>
internal sealed class DashboardDoor(DashboardAddress address, DashboardVisits visits, TimeProvider clock) : IDashboard
{
    public (Uri Link, DateTimeOffset Until)? Invite(ChatContext context, Period? period, Department? department)
    {
        if (address.Base is not { } home)
        {
            return null;
        }

        var secret = visits.Invite(context.Sender.OrganisationId, context.Sender.Id, context.Workspace.Id, DashboardView.Query(period, department));
        return (new Uri(home, $"/dashboard/open/{secret}"), clock.GetUtcNow() + DashboardVisit.LinkLife);
    }
}
