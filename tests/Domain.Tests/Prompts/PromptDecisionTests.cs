using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Tests.Prompts;

/// <summary>
/// Half a year of a person who moves, pauses and changes their mind, with a bot that is late or stopped. No rule is ever broken.
/// </summary>
public sealed class PromptDecisionTests
{
    private static readonly string[] zones = [
        "Europe/Zurich",
        "America/Los_Angeles",
        "Asia/Riyadh",
        "Asia/Kathmandu",
        "Pacific/Auckland",
        "Pacific/Kiritimati",
        "Africa/Cairo",
        "America/St_Johns",
        "Etc/UTC"
    ];
    private static readonly string?[] regions = [null, "CH", "SA", "IR", "UG"];

    [Fact]
    public void No_plan_ever_breaks_a_rule() => Prop.ForAll<int>(seed => new Life(seed).Broken == "").QuickCheckThrowOnFailure();

    [Fact]
    public void A_broken_rule_would_be_noticed() =>
        Assert.NotEqual(
            "",
            new Life(1, day => day with { Hours = new WorkingHours(TimeOnly.MinValue, TimeOnly.MaxValue), Region = "SA" }).Broken);

    [Fact]
    public void Somebody_with_nothing_to_do_with_any_of_it_hears_all_that_they_may() => Assert.InRange(new Life(7).Count, 10, 80);

    private sealed class Life
    {
        private readonly Random dice;
        private readonly PromptPlan plan;
        private readonly Dictionary<PromptKind, PromptPreference> habits = [];
        private readonly List<Prompt> sent = [];
        private readonly List<ProactiveMessage> heard = [];
        private readonly PromptRules rules;

        public Life(int seed, Func<WorkCalendar, WorkCalendar>? believed = null)
        {
            dice = new Random(seed);
            rules = new PromptRules
            {
                MaxPerDay = dice.Next(1, 3),
                MaxPerWeek = dice.Next(1, 5),
                Time = new TimeOnly(dice.Next(24), dice.Next(60))
            };
            var now = new DateTimeOffset(2027, 10, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(dice.Next(100_000));
            plan = new PromptPlan { OrganisationId = Guid.Empty, PersonId = new Guid(dice.Next(), 0, 0, new byte[8]) };
            plan.Reschedule(now);
            var end = now.AddDays(200);
            var calendar = NewDays();
            while (now < end && Broken.Length == 0)
            {
                calendar = dice.Next(30) == 0 ? NewDays() : calendar;
                Live(calendar.Today(now));
                Meet(now, calendar);
                var moment = PromptDecision.Decide(now, plan, believed?.Invoke(calendar) ?? calendar, habits.Values, rules);
                Check(moment.NextAt > now, "time stands still");
                plan.Reschedule(moment.NextAt);
                if (!moment.Kinds.IsEmpty && dice.Next(5) > 0)
                {
                    Send(moment.Kinds[0], now, calendar);
                    plan.Reschedule(rules.MaxPerDay > 1 ? now.AddHours(2) : plan.NextAt);
                }

                // The job runs every few minutes; now and then no host runs for a while.
                now = plan.NextAt.AddMinutes(dice.Next(20) == 0 ? dice.Next(5_000) : dice.Next(6));
            }
        }

        public string Broken { get; private set; } = "";

        public int Count => sent.Count;

        private WorkCalendar NewDays()
        {
            var isRead = Blackouts.TryParse("2027-12-20..2028-01-03, 02-29, 11-11 CH", out var blackouts, out _);
            Check(isRead, "no blackouts");
            var start = dice.Next(0, 15);
            return new WorkCalendar
            {
                Zone = TimeZoneInfo.FindSystemTimeZoneById(zones[dice.Next(zones.Length)]),
                Hours = new WorkingHours(new TimeOnly(start, 30), new TimeOnly(start + dice.Next(2, 9), 0)),
                Region = regions[dice.Next(regions.Length)],
                Blackouts = blackouts,
            };
        }

        private void Live(DateOnly today)
        {
            switch (dice.Next(40))
            {
                case 0:
                    plan.Pause(today.AddDays(dice.Next(20)));
                    break;
                case 1:
                    plan.Choose((DayOfWeek)dice.Next(7), dice.Next(24));
                    break;
                case 2 when sent.Count > 0:
                    habits[sent[^1].Kind].Snooze(today.AddDays(dice.Next(1, 15)));
                    break;
                case 3 when sent.Count > 0:
                    habits[sent[^1].Kind].SetWanted(isOn: false);
                    break;
                case < 12 when sent.Count > 0:
                    habits[sent[^1].Kind].Answer();
                    break;
            }
        }

        /// <summary>A coffee, or whatever else is no prompt and asks before it comes.</summary>
        private void Meet(DateTimeOffset now, WorkCalendar calendar)
        {
            if (dice.Next(4) > 0 || !plan.CanReceiveNow(now, calendar))
            {
                return;
            }

            if (rules.AllowsOneMore(calendar.Today(now), now, plan.Approaches))
            {
                Hear(calendar.Today(now), now);
            }
            else
            {
                plan.HoldPrompts(now);
            }
        }

        private void Hear(DateOnly today, DateTimeOffset now)
        {
            Check(heard.Count(approach => approach.Day == today) < rules.MaxPerDay, "too many on one day");
            Check(heard.Count(approach => approach.At > now.AddDays(-7)) < rules.MaxPerWeek, "too many in a week");
            plan.RecordProactiveMessage(today, now);
            heard.Add(new ProactiveMessage(today, now));
        }

        private void Send(PromptKind kind, DateTimeOffset now, WorkCalendar calendar)
        {
            var (today, local) = (calendar.Today(now), TimeZoneInfo.ConvertTime(now, calendar.Zone).DateTime);
            Check(calendar.Hours.Contains(TimeOnly.FromDateTime(local)), "outside their hours");
            Check(!Weekend.Includes(today.DayOfWeek, calendar.Region), "at the weekend");
            Check(!calendar.Blackouts.Contains(today, calendar.Region), "on a blackout day");
            Check(plan.PausedUntil is not { } until || today >= until, "in a pause");
            Check(!habits.TryGetValue(kind, out var habit) || habit.IsOn, "of a kind they stopped");
            Check(habit?.SnoozedUntil is not { } snoozed || today >= snoozed, "of a kind they put off");
            Check(kind is not PromptKind.Anniversary, "of a kind that nobody gets without asking");
            Check(!(plan.KeptFreeUntil > now), "before what matters more");
            Hear(today, now);

            (habits[kind] = habit ?? new PromptPreference { OrganisationId = Guid.Empty, PersonId = plan.PersonId, Kind = kind })
                .RecordSent(
                today);
            sent.Add(new Prompt
            {
                Id = Guid.Empty,
                OrganisationId = Guid.Empty,
                PersonId = plan.PersonId,
                Kind = kind,
                Day = today,
                SentAt = now,
                Text = ""
            });
        }

        private void Check(bool holds, string fault) => Broken += holds ? "" : $"{fault}; ";
    }
}
