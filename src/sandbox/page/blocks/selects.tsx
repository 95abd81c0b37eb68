import type { MultiSelect, Select } from '@slack/types';
import { useCallback, useMemo } from 'react';
import { suggest } from '../control.js';
import { useChannels, useWorkspace, type Workspace } from '../state/workspace.js';
import { withEmoji } from '../text/emoji.js';
import type { Channel, Person, Value } from '../wire.js';
import { useWords } from '../words/words.js';
import { type Choice, Combobox } from './combobox.js';
import { labelOf, rememberLabel } from './held.js';
import { useSurface } from './surface.js';
import { initialOf, type OptionLike } from './values.js';

export interface ControlProps {
  blockId: string;
  /** The accessible name: the input's label, or the element's placeholder outside of an input block. */
  label: string;
  labelId?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  /** In a message, on the home tab and with dispatch_action the bot hears of each change. */
  dispatch: boolean;
}

const choiceOf = (option: OptionLike, group?: string): Choice => ({
  value: option.value ?? '',
  label: withEmoji(option.text.text),
  ...(option.description ? { description: withEmoji(option.description.text) } : {}),
  ...(group === undefined ? {} : { group }),
});

export function SelectElement({ element, ...control }: { element: Select | MultiSelect } & ControlProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const surface = useSurface();
  const several = element.type.startsWith('multi_');
  const choices = useChoices(element, control.blockId, workspace);
  const value = surface.heldValue(control.blockId, element, initialOf(element));
  const chosen = listOf(value).map((one) => known(element, one, choices, workspace));

  const choose = (next: Choice[]) => {
    for (const choice of next) rememberLabel(element.action_id ?? '', choice.value, choice.label);
    const chosenValue = several ? next.map((choice) => choice.value) : (next[0]?.value ?? null);
    // Slack does not tell the bot that a choice was taken back from a single select in a message.
    const dispatch = control.dispatch && (several || chosenValue !== null);
    surface.change(control.blockId, element, chosenValue, dispatch, next.at(-1)?.label);
  };
  return (
    <Combobox
      label={control.label}
      labelId={control.labelId}
      describedBy={control.describedBy}
      invalid={control.invalid ?? false}
      placeholder={
        element.placeholder ? withEmoji(element.placeholder.text) : several ? words.chooseSeveral : words.choose
      }
      choices={choices}
      chosen={chosen}
      several={several}
      most={'max_selected_items' in element ? element.max_selected_items : undefined}
      firstFocus={element.focus_on_load}
      onChoose={choose}
    />
  );
}

function listOf(value: Value): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return value === null ? [] : [String(value)];
}

function known(
  element: Select | MultiSelect,
  value: string,
  choices: ReturnType<typeof useChoices>,
  workspace: Workspace,
): Choice {
  const listed = Array.isArray(choices) ? choices.find((choice) => choice.value === value) : undefined;
  if (listed) return listed;
  const initial =
    'initial_option' in element && element.initial_option
      ? [element.initial_option]
      : 'initial_options' in element
        ? (element.initial_options ?? [])
        : [];
  const start = initial.find((option) => option.value === value);
  if (start) return choiceOf(start);
  const person = workspace.personOf(value);
  if (person) return { value, label: person.name };
  return { value, label: labelOf(element.action_id ?? '', value) ?? workspace.channelOf(value)?.name ?? value };
}

const noChannels: Channel[] = [];

function useChoices(element: Select | MultiSelect, blockId: string, workspace: Workspace) {
  const { place } = useSurface();
  const { me } = workspace;
  const actionId = element.action_id ?? '';
  const external = element.type === 'external_select' || element.type === 'multi_external_select';
  const search = useCallback(
    async (typed: string): Promise<Choice[]> => {
      const answer = await suggest(me.id, place, blockId, actionId, typed);
      return [
        ...(answer.options ?? []).map((option) => choiceOf(option)),
        ...(answer.groups ?? []).flatMap((group) =>
          group.options.map((option) =>
            choiceOf(option, typeof group.label === 'string' ? group.label : group.label.text),
          ),
        ),
      ];
    },
    [me.id, place, blockId, actionId],
  );
  // Slack asks from the third character on when the element does not say.
  const minimum = 'min_query_length' in element ? (element.min_query_length ?? 3) : 3;
  const remote = useMemo(() => ({ search, minimum }), [search, minimum]);
  const { people } = workspace;
  const channels = useChannels();
  // Thousands of people are not listed anew because a channel has got a message.
  const listed = /conversations|channels/.test(element.type) ? channels : noChannels;
  const local = useMemo(() => localChoices(element, people, listed), [element, people, listed]);
  return external ? remote : local;
}

function localChoices(element: Select | MultiSelect, people: Person[], channels: Channel[]): Choice[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return [
        ...(element.options ?? []).map((option) => choiceOf(option)),
        ...(element.option_groups ?? []).flatMap((group) =>
          group.options.map((option) => choiceOf(option, group.label.text)),
        ),
      ];
    case 'users_select':
    case 'multi_users_select':
      return people.map((person) => ({
        value: person.id,
        label: person.name,
        ...(person.title ? { description: person.title } : {}),
      }));
    case 'conversations_select':
    case 'multi_conversations_select': {
      const include: readonly string[] | undefined =
        element.filter && 'include' in element.filter ? element.filter.include : undefined;
      return channelChoices(channels, include);
    }
    case 'channels_select':
    case 'multi_channels_select':
      return channelChoices(channels, ['public']);
    default:
      return [];
  }
}

const conversationType = { channel: 'public', private: 'private', direct: 'im', app: 'im' } as const;

function channelChoices(channels: Channel[], include: readonly string[] | undefined): Choice[] {
  return channels
    .filter((channel) => !channel.archived && (include?.includes(conversationType[channel.kind]) ?? true))
    .map((channel) => ({
      value: channel.id,
      label: channel.kind === 'direct' || channel.kind === 'app' ? channel.name : `#${channel.name}`,
    }));
}
